using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Integrations;

/// <summary>Every refusal that the care of connections can meet.</summary>
internal static class Problems
{
    public static readonly Problem WrongRole = new(ProblemKind.Forbidden, "wrong-role", "Halaman ini milik admin daerah.") { DetailEn = "This belongs to the regency's admin." };

    public static readonly Problem UnknownConnector = new(ProblemKind.NotFound, "unknown-connector", "Sistem ini tidak ada. Pilih dari daftar integrasi.") { DetailEn = "There is no such system. Choose one from the list." };

    public static readonly Problem NothingToTry = new(ProblemKind.Conflict, "nothing-to-try", "Sistem ini tidak dapat diuji tanpa meninggalkan bekas. Lihat jawaban terakhirnya.") { DetailEn = "This system cannot be tried without leaving something behind. Look at its last answer." };

    public static readonly Problem NotOwned = new(ProblemKind.Conflict, "agreement-kept-elsewhere", "Perjanjian dengan sistem ini disimpan di tempat lain: pembayaran di /admin/keuangan, produk Dukcapil bersama Dukcapil.") { DetailEn = "The agreement with this system is kept elsewhere: payments at /admin/keuangan, products of the civil register with Dukcapil." };

    public static readonly Problem NothingToRemove = new(ProblemKind.Conflict, "nothing-to-remove", "Daerah tidak memiliki perjanjian sendiri di sini. Muat ulang halaman.") { DetailEn = "The regency has no agreement of its own here. Reload the page." };

    public static readonly Problem VersionNeeded = new(ProblemKind.VersionRequired, "version-required", "Sertakan If-Match dari ETag yang terakhir dibaca.") { DetailEn = "Send If-Match with the ETag last read." };

    public static Problem Invalid(IReadOnlyList<(string Pointer, string Text)> faults) =>
        new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { DetailEn = "Some members need to be mended.", Errors = faults.ToDictionary(f => f.Pointer, f => new[] { f.Text }) };

    public static Problem Stale(object current) => new(ProblemKind.Stale, "stale", "Perjanjian ini sudah berubah. Lihat keadaan terbaru, lalu simpan lagi.") { Current = current, DetailEn = "This agreement has changed. Look at it again, then save." };
}
