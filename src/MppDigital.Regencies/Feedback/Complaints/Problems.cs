using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Feedback.Complaints;

internal static class Problems
{
    public static readonly Problem Unknown = new(ProblemKind.NotFound, "unknown-complaint", "Pengaduan dengan nomor ini tidak ada di sini. Periksa nomornya.") { DetailEn = "There is no complaint with this number here. Check the number." };

    public static readonly Problem UnknownFile = new(ProblemKind.NotFound, "unknown-evidence", "Bukti ini tidak ada pada pengaduan ini.") { DetailEn = "This complaint has no such evidence." };

    public static readonly Problem WrongRole = new(ProblemKind.Forbidden, "wrong-role", "Langkah ini milik petugas lain. Minta kepala membaginya.") { DetailEn = "This step belongs to somebody else. Ask the head to hand it on." };

    public static readonly Problem IllegalMove = new(ProblemKind.Conflict, "illegal-transition", "Langkah ini tidak dapat dilakukan pada keadaan sekarang. Muat ulang halaman.") { DetailEn = "This step is not possible in the present state. Reload the page." };

    public static readonly Problem Accused = new(ProblemKind.Conflict, "not-to-the-accused", "Pengaduan berkadar pengawasan tidak boleh diperiksa oleh unit yang diadukan. Pilih unit lain.")
    {
        DetailEn = "What has to be inspected may not go to the unit it is about. Choose another.",
        Errors = new Dictionary<string, string[]> { ["/agency"] = ["Pilih unit lain dari yang diadukan."] },
    };

    public static readonly Problem VersionNeeded = new(ProblemKind.VersionRequired, "version-required", "Sertakan versi yang terakhir dibaca.") { DetailEn = "Send the version last read." };

    public static readonly Problem Stale = new(ProblemKind.Stale, "stale", "Pengaduan ini sudah diubah orang lain atau batasnya lewat. Lihat keadaan terbaru, lalu putuskan lagi.") { DetailEn = "Somebody else changed this complaint, or its limit passed. Look at it again, then decide." };

    public static readonly Problem NobodyToShow = new(ProblemKind.Forbidden, "complainant-hidden", "Nama pelapor tidak boleh Anda lihat, atau tidak disimpan.") { DetailEn = "You may not see who complained, or nobody kept it." };

    public static readonly Problem TooManyFiles = Field("/file", $"Paling banyak {AddEvidence.MostFiles} berkas untuk satu pengaduan.");

    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { Errors = errors, DetailEn = "Some answers need to be mended." };

    public static Problem Field(string pointer, string text) => Invalid(new Dictionary<string, string[]> { [pointer] = [text] });
}
