using MppDigital.Platform.UseCases;

namespace MppDigital.National.Voice;

internal static class Problems
{
    public static readonly Problem Unknown = new(ProblemKind.NotFound, "unknown-complaint", "Pengaduan dengan nomor ini tidak sampai ke kementerian. Periksa nomornya.") { DetailEn = "No complaint with this number reached the ministry. Check the number." };

    public static readonly Problem NotHere = new(ProblemKind.Conflict, "illegal-transition", "Daerah sudah menjawab atau pengaduan sudah ditutup. Muat ulang halaman.") { DetailEn = "The regency has answered, or the complaint is closed. Reload the page." };

    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { Errors = errors, DetailEn = "Some answers need to be mended." };
}
