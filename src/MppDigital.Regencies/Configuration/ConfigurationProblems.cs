using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Configuration;

/// <summary>Every refusal that looking back at the settings can meet.</summary>
internal static class ConfigurationProblems
{
    public static readonly Problem AdminsOnly = new(ProblemKind.Forbidden, "admins-only", "Riwayat pengaturan dibuka admin daerah.") { DetailEn = "The regency's admin sees the history of the settings." };

    public static readonly Problem Unknown = new(ProblemKind.NotFound, "unknown-change", "Perubahan ini tidak ada. Buka daftar riwayat, lalu pilih lagi.") { DetailEn = "There is no such change. Open the list and choose again." };

    public static readonly Problem ChangedMeanwhile = new(ProblemKind.Conflict, "changed-meanwhile", "Bagian ini baru saja diubah lagi. Lihat keadaannya sekarang, lalu putuskan lagi.") { DetailEn = "This was changed again just now. Look at it as it is, then decide." };

    public static readonly Problem MustStay = new(ProblemKind.Conflict, "must-stay", "Bagian ini dipakai bagian lain, jadi tidak dapat dihapus. Nonaktifkan di halamannya sendiri.") { DetailEn = "Other parts use this, so it cannot be removed. Switch it off on its own page." };

    public static readonly Problem BeyondBounds = new(ProblemKind.Conflict, "beyond-bounds", "Standar nasional layanan ini sudah berubah dan tidak mengizinkan pengaturan lama ini. Ubah di halaman layanan.") { DetailEn = "The national standard of this service has changed and does not allow this earlier setting. Change it on the page of the service." };
}
