using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Requests;

internal static class Problems
{
    public static readonly Problem UnknownRequest = new(ProblemKind.NotFound, "unknown-request", "Permintaan ini tidak ada. Lihat daftar permintaan Anda.") { DetailEn = "There is no such request. Look at the list of yours." };

    public static readonly Problem OneAtATime = new(ProblemKind.Conflict, "request-under-way", "Permintaan yang sama sedang dikerjakan. Tunggu jawabannya.") { DetailEn = "The same request is under way. Wait for its answer." };

    public static readonly Problem CopyNotReady = new(ProblemKind.Conflict, "copy-not-ready", "Salinan belum siap, atau sudah dihapus. Lihat keadaannya di daftar permintaan.") { DetailEn = "The copy is not ready, or gone. See its state in the list of requests." };

    public static readonly Problem Answered = new(ProblemKind.Conflict, "request-answered", "Permintaan ini sudah dijawab. Muat ulang halaman.") { DetailEn = "This request was answered. Reload the page." };

    public static readonly Problem VersionNeeded = new(ProblemKind.VersionRequired, "version-required", "Sertakan If-Match dari ETag yang terakhir dibaca.") { DetailEn = "Send If-Match with the ETag last read." };

    public static Problem Stale(DataRequestView current) => new(ProblemKind.Stale, "stale", "Permintaan ini sudah diubah orang lain. Lihat keadaan terbaru.") { Current = current, DetailEn = "Somebody else changed this request. Look at it again." };

    public static Problem TooManyCopies(TimeSpan wait) => new(ProblemKind.TooMany, "too-many-copies", $"Paling banyak {DataRequestRules.MostCopiesADay} salinan sehari. Pakai salinan terakhir, atau coba lagi besok.")
    {
        RetryAfter = wait,
        DetailEn = $"{DataRequestRules.MostCopiesADay} copies a day at most. Use the last one, or try again tomorrow.",
    };

    public static Problem Field(string pointer, string text, string english) => Fields(new Dictionary<string, string[]> { [pointer] = [Languages.IsEnglish ? english : text] });

    public static Problem Fields(IReadOnlyDictionary<string, string[]> errors) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { Errors = errors, DetailEn = "Some answers need to be mended." };
}
