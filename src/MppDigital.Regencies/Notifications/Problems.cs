using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Notifications;

/// <summary>Every refusal that a message can meet.</summary>
internal static class Problems
{
    public static readonly Problem BadSignature = new(ProblemKind.Unauthenticated, "bad-signature", "Tanda tangan X-Signature tidak cocok atau lebih dari 5 menit. Tanda tangani isi persis seperti dikirim dengan kunci daerah ini.") { DetailEn = "X-Signature does not fit or is older than 5 minutes. Sign the body exactly as it is sent with this regency's key." };

    public static readonly Problem UnknownMessage = new(ProblemKind.NotFound, "unknown-message", "Pesan ini tidak ada di daerah ini. Periksa rujukannya.") { DetailEn = "There is no such message in this regency. Check its reference." };

    public static readonly Problem UnknownEvent = new(ProblemKind.NotFound, "unknown-event", "Peristiwa ini tidak ada. Pilih dari daftar pesan.") { DetailEn = "There is no such event. Choose one from the list of messages." };

    public static readonly Problem NotDead = new(ProblemKind.Conflict, "illegal-transition", "Hanya pesan yang gagal dapat dikirim lagi. Muat ulang halaman.") { DetailEn = "Only a message that failed can be sent again. Reload the page." };

    public static readonly Problem WrongRole = new(ProblemKind.Forbidden, "wrong-role", "Halaman ini milik admin daerah.") { DetailEn = "This belongs to the regency's admin." };

    public static readonly Problem VersionNeeded = new(ProblemKind.VersionRequired, "version-required", "Sertakan If-Match dari ETag yang terakhir dibaca.") { DetailEn = "Send If-Match with the ETag last read." };

    public static readonly Problem TooMany = new(ProblemKind.TooMany, "too-many-messages", "Terlalu banyak pesan dari nomor ini. Coba lagi satu jam lagi.") { DetailEn = "Too many messages from this number. Try again in an hour.", RetryAfter = TimeSpan.FromHours(1) };

    public static Problem Unreadable(IReadOnlyList<(string Pointer, string Text)> faults) =>
        faults is [("", var whole)]
            ? new(ProblemKind.Unreadable, "unreadable", whole) { DetailEn = "The body cannot be read." }
            : Invalid(faults.ToDictionary(f => f.Pointer, f => new[] { f.Text }));

    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { DetailEn = "Some members need to be mended.", Errors = errors };

    public static Problem Stale(object current) => new(ProblemKind.Stale, "stale", "Ini sudah diubah orang lain. Lihat keadaan terbaru, lalu ubah lagi.") { Current = current, DetailEn = "Somebody else has changed this. Look at it again, then change it." };
}
