# A whole guest in one 512-byte boot sector, for testing what keeps guests alive.
#
# It shows that it is alive, and whether it is alive twice:
#   - once a second it reads sector 1 of its disk and writes it back with a counter increased. If
#     the counter is not the one it wrote last, somebody else wrote in between: a second copy of
#     this guest runs on the same disk. It counts these conflicts in the same sector;
#   - it answers the ACPI power button: at once, after a delay, or never;
#   - it can fill memory at boot and keep dirtying it, which makes a migration long, or endless;
#   - it can write to a new place of its disk each second, which meets a full file system;
#   - the key S puts it to sleep (ACPI S3), the key P makes it panic (device pvpanic, if it has one).
#     Nothing resumes it from S3: it has no waking vector, so that the firmware boots it anew.
#
# Disk: sector 0 holds this program with its parameters (see the end), sector 1 the witness:
#   offset 0  "LVGUEST\0"    8  u32 ticks    12  u32 boots    16  u32 conflicts
#   offset 20 u32 clean: 1 after the guest powered itself off, 0 from its boot until then
#
# To make guest.b64 from this file (binutils; the bytes are the same wherever they are made):
#   as --32 guest.S -o guest.o
#   ld -m elf_i386 -Ttext 0x7c00 --oformat binary guest.o -o guest.bin
#   base64 guest.bin >guest.b64
#
# Registers are not kept over calls: each block loads what it needs. DS = ES = SS = 0 throughout.

        .code16
        .globl _start

        .set WITNESS, 0x8000            # sector 1 in memory
        .set TICKS, WITNESS + 8
        .set BOOTS, WITNESS + 12
        .set CONFLICTS, WITNESS + 16
        .set CLEAN, WITNESS + 20

        .set PM1_STS, 0x600             # SeaBIOS puts the ACPI registers here on both pc and q35
        .set PM1_EN, PM1_STS + 2
        .set PM1_CNT, PM1_STS + 4
        .set PWRBTN, 0x0100             # in PM1_STS and PM1_EN
        .set SLP_S5, 0x2000             # SLP_EN with the sleep type that powers QEMU's pc off
        .set SLP_S3, 0x2400             # SLP_EN with the one that suspends it to memory

        .set PVPANIC, 0x505             # port of the ISA panic device
        .set COM1, 0x3f8
        .set TICKS_PER_BEAT, 18         # the BIOS timer interrupts 18.2 times a second
        .set BUTTON_IGNORED, 0xffff     # value of p_delay
        .set LOG_FIRST, 8               # first sector written to with p_log
        .set LOG_SLOTS, 4095            # a mask: 4096 slots, one page of 8 sectors each, 16 MiB

_start: cli
        xor     %ax, %ax
        mov     %ax, %ds
        mov     %ax, %es
        mov     %ax, %ss
        mov     $0x7c00, %sp
        sti
        cld
        mov     %dl, drive              # the BIOS says from which disk this was read
        mov     $PM1_EN, %dx
        mov     $PWRBTN, %ax
        out     %ax, %dx

# Counts this boot in the witness; an empty disk gets a new witness.
        call    read_witness
        cmpl    $0x5547564c, WITNESS    # "LVGU"
        je      1f
        mov     $WITNESS, %di
        xor     %ax, %ax
        mov     $256, %cx
        rep     stosw
        movl    $0x5547564c, WITNESS
        movl    $0x00545345, WITNESS + 4 # "EST\0"
1:      incl    BOOTS
        movl    $0, CLEAN
        mov     TICKS, %eax
        mov     %eax, mine
        call    write_witness

# Makes p_fill MiB of memory non-zero, 256 pages at a time.
        mov     p_fill, %bp
        test    %bp, %bp
        jz      main
1:      mov     $256, %cx
        call    touch
        dec     %bp
        jnz     1b

# Once per timer interrupt: memory, keys, power button, and each second the heartbeat.
main:   sti
        hlt
        mov     p_pages, %cx
        jcxz    keys
        call    touch

keys:   mov     $0x01, %ah              # BIOS: is there a key?
        int     $0x16
        jz      button
        xor     %ah, %ah                # BIOS: take it
        int     $0x16
        mov     $SLP_S3, %bx
        cmp     $'s', %al
        je      sleep
        cmp     $'p', %al
        jne     button
        mov     $PVPANIC, %dx
        mov     $1, %al                 # "guest panicked"
        out     %al, %dx

button: cmpb    $0, pressed
        jne     1f
        mov     $PM1_STS, %dx
        in      %dx, %ax
        test    $PWRBTN >> 8, %ah
        jz      beat
        movb    $1, pressed
1:      cmpw    $BUTTON_IGNORED, p_delay
        je      beat
        decw    p_delay
        jns     beat
        call    read_witness
        movl    $1, CLEAN
        call    write_witness
        mov     $SLP_S5, %bx

sleep:  mov     $PM1_CNT, %dx           # %bx: which sleep
        mov     %bx, %ax
        out     %ax, %dx
        hlt
        jmp     sleep

beat:   decb    ticks_to_beat
        jnz     main
        movb    $TICKS_PER_BEAT, ticks_to_beat
        call    read_witness
        mov     TICKS, %eax
        cmp     mine, %eax
        je      1f
        incl    CONFLICTS
1:      inc     %eax
        mov     %eax, TICKS
        mov     %eax, mine
        call    write_witness
        cmpw    $0, p_log
        je      2f
        call    write_log
2:      mov     $COM1, %dx
        mov     $'.', %al
        out     %al, %dx
        jmp     main

# Sector 1, to and from WITNESS.
read_witness:
        mov     $0x0201, %ax            # BIOS: read one sector
        jmp     1f
write_witness:
        mov     $0x0301, %ax            # BIOS: write one sector
1:      mov     $WITNESS, %bx
        mov     $0x0002, %cx            # cylinder 0, sector 2 (they count from 1)
        mov     drive, %dl
        xor     %dh, %dh                # head 0
        int     $0x13
        ret

# A copy of the witness to the slot of this tick, in a page of its own.
write_log:
        mov     TICKS, %eax
        and     $LOG_SLOTS, %eax
        shl     $3, %eax
        add     $LOG_FIRST, %eax
        mov     %eax, log_sector
        mov     $0x4300, %ax            # BIOS: write by sector number
        mov     drive, %dl
        mov     $log_packet, %si
        int     $0x13
        ret

# Makes %cx pages dirty, going round from 1 MiB to p_mib MiB. Needs 32-bit addresses in real mode:
# a moment in protected mode gives %fs a limit of 4 GiB, which it keeps.
touch:  cli
        lgdt    gdt_register
        mov     %cr0, %eax
        or      $1, %al
        mov     %eax, %cr0
        mov     $8, %bx
        mov     %bx, %fs
        and     $0xfe, %al
        mov     %eax, %cr0
        xor     %bx, %bx
        mov     %bx, %fs
        mov     page, %esi
        movzwl  p_mib, %edi
        shl     $20, %edi
1:      incl    %fs:(%esi)
        add     $4096, %esi
        cmp     %edi, %esi
        jb      2f
        mov     $0x100000, %esi
2:      loop    1b
        mov     %esi, page
        sti
        ret

drive:  .byte   0
ticks_to_beat:
        .byte   TICKS_PER_BEAT
pressed:
        .byte   0
        .balign 4
mine:   .long   0                       # the ticks this copy wrote last
page:   .long   0x100000                # the page to be touched next
log_packet:
        .byte   16, 0                   # length of the packet
        .word   1                       # sectors
        .word   WITNESS, 0              # from offset, segment
log_sector:
        .long   0, 0
gdt:    .quad   0
        .quad   0x00cf92000000ffff      # data, base 0, limit 4 GiB
gdt_register:
        .word   15
        .long   gdt

# Parameters: little-endian words which the bed writes into the image.
        .org    0x1f0
p_pages:
        .word   0                       # pages made dirty per timer interrupt
p_mib:  .word   64                      # pages below this are touched; above are the firmware's tables
p_delay:
        .word   0                       # timer interrupts between the button and power off
p_fill: .word   0                       # MiB made non-zero at boot
p_log:  .word   0                       # not 0: each second a write to a new place of the disk

        .org    510
        .word   0xaa55
