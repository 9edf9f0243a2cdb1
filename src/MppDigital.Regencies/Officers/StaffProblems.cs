using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Officers;

/// <summary>Every refusal that staffing can meet.</summary>
internal static class StaffProblems
{
    public static readonly Problem AdminsOnly = new(ProblemKind.Forbidden, "admins-only", "Hak petugas diatur admin daerah.") { DetailEn = "The regency's admin decides about the staff." };

    public static readonly Problem UnknownSeat = new(ProblemKind.NotFound, "unknown-seat", "Petugas ini tidak ada lagi di daftar. Muat ulang daftarnya.") { DetailEn = "This person is no longer on the list. Reload it." };

    public static readonly Problem UnknownInvitation = new(ProblemKind.NotFound, "unknown-invitation", "Undangan ini sudah dipakai, dicabut, atau habis masanya. Minta undangan baru kepada admin daerah.") { DetailEn = "This invitation was used, withdrawn or has expired. Ask the regency's admin for a new one." };

    public static readonly Problem LastAdmin = new(ProblemKind.Conflict, "last-admin", "Ini admin terakhir daerah ini. Undang admin lain dahulu.") { DetailEn = "This is the regency's last admin. Invite another one first." };

    public static readonly Problem HasAdmin = new(ProblemKind.Conflict, "has-admin", "Daerah ini sudah punya admin. Admin itu yang mengundang.") { DetailEn = "This regency has an admin already, who invites." };

    public static readonly Problem SeatTaken = new(ProblemKind.Conflict, "seat-taken", "Orang ini sudah memegang peran yang sama di instansi ini. Ubah tanggalnya di daftar petugas.") { DetailEn = "This person holds the same role in this agency already. Change its dates in the list." };

    public static readonly Problem ChangedMeanwhile = new(ProblemKind.Conflict, "seat-changed", "Admin lain baru saja mengubah petugas ini. Muat ulang, lalu putuskan lagi.") { DetailEn = "Another admin has just changed this person's seat. Reload and decide again." };

    public static readonly Problem NothingChosen = new(ProblemKind.Invalid, "nothing-chosen", "Pilih Tetap atau Cabut untuk sedikitnya satu orang.") { DetailEn = "Choose Keep or Remove for at least one person." };

    public static Problem Invalid(Dictionary<string, string[]> faults) => new(ProblemKind.Invalid, "invalid", "Ada isian yang perlu diperbaiki.") { DetailEn = "Something needs mending.", Errors = faults };
}
