using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Payments;

/// <summary>Every refusal that a payment can meet.</summary>
internal static class Problems
{
    public static readonly Problem UnknownPayment = new(ProblemKind.NotFound, "unknown-payment", "Tagihan ini tidak ada. Lihat daftar permohonan Anda.") { DetailEn = "There is no such bill. Look at the list of your applications." };

    public static readonly Problem NothingDue = new(ProblemKind.Conflict, "nothing-due", "Tagihan ini sudah lunas atau tidak berlaku lagi. Tidak ada yang perlu dibayar.") { DetailEn = "This bill is paid or no longer valid. Nothing needs to be paid." };

    public static readonly Problem NotConnected = new(ProblemKind.Unavailable, "payment-not-connected", "Daerah ini belum menerima pembayaran QRIS. Hubungi loket. Tagihan Anda tetap.") { DetailEn = "This regency takes no QRIS payments yet. Ask its counter. Your bill stays as it is." };

    public static readonly Problem Silent = new(ProblemKind.Unavailable, "payment-provider-silent", "Penyedia pembayaran sedang tidak menjawab. Coba lagi beberapa menit lagi. Tagihan Anda tetap.") { DetailEn = "The payment provider does not answer. Try again in a few minutes. Your bill stays as it is.", RetryAfter = TimeSpan.FromMinutes(1) };

    public static readonly Problem BadSignature = new(ProblemKind.Unauthenticated, "bad-signature", "Tanda tangan X-Signature tidak cocok atau lebih dari 5 menit. Tanda tangani isi persis seperti dikirim dengan kunci daerah ini.") { DetailEn = "X-Signature does not fit or is older than 5 minutes. Sign the body exactly as it is sent with this regency's key." };

    public static readonly Problem CallbacksWait = new(ProblemKind.TooMany, "too-many-requests", "Terlalu banyak kabar yang menunggu di daerah ini. Kirim lagi beberapa detik lagi.") { DetailEn = "Too many callbacks wait at this regency. Send it again in a few seconds.", RetryAfter = TimeSpan.FromSeconds(5) };

    public static readonly Problem WrongRole = new(ProblemKind.Forbidden, "wrong-role", "Halaman ini milik admin daerah.") { DetailEn = "This belongs to the regency's admin." };

    public static readonly Problem NothingToRefund = new(ProblemKind.Conflict, "illegal-transition", "Pembayaran ini tidak dapat dikembalikan pada keadaan sekarang. Muat ulang halaman.") { DetailEn = "This payment cannot be given back in its present state. Reload the page." };

    public static readonly Problem UnknownDifference = new(ProblemKind.NotFound, "unknown-difference", "Selisih ini tidak ada atau sudah diselesaikan. Muat ulang daftar.") { DetailEn = "This difference does not exist or was settled already. Reload the list." };

    public static readonly Problem VersionNeeded = new(ProblemKind.VersionRequired, "version-required", "Sertakan If-Match dari ETag yang terakhir dibaca.") { DetailEn = "Send If-Match with the ETag last read." };

    public static Problem Unreadable(IReadOnlyList<(string Pointer, string Text)> faults) =>
        faults is [("", var whole)]
            ? new(ProblemKind.Unreadable, "unreadable", whole)
            : new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { DetailEn = "Some members need to be mended.", Errors = faults.ToDictionary(f => f.Pointer, f => new[] { f.Text }) };

    /// <summary>Signed, and yet not to be booked.</summary>
    public static Problem Mismatch(string kind) => kind switch
    {
        PaymentMismatch.UnknownReference => Field(kind, "/reference", "Tidak ada tagihan dengan rujukan ini di daerah ini."),
        PaymentMismatch.ReferenceReused => Field(kind, "/providerReference", "Rujukan penyedia ini milik pembayaran lain."),
        PaymentMismatch.WrongAmount => Field(kind, "/amount", "Jumlahnya bukan jumlah tagihan."),
        PaymentMismatch.WrongCurrency => Field(kind, "/currency", "Tagihan ini dalam rupiah (IDR)."),
        _ => Field(kind, "/status", "Pengembalian ini tidak diminta daerah."),
    };

    public static Problem Reason(string pointer) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.")
    {
        DetailEn = "Some answers need to be mended.",
        Errors = new Dictionary<string, string[]> { [pointer] = ["Tulis alasannya dengan 10 sampai 500 huruf."] },
    };

    public static Problem Stale(object current) => new(ProblemKind.Stale, "stale", "Pembayaran ini sudah berubah. Lihat keadaan terbaru, lalu putuskan lagi.") { Current = current, DetailEn = "This payment has changed. Look at it again, then decide." };

    private static Problem Field(string code, string pointer, string text) => new(ProblemKind.Invalid, code, text) { Errors = new Dictionary<string, string[]> { [pointer] = [text] } };
}

/// <summary>Kinds of <see cref="PaymentDifference"/>.</summary>
internal static class PaymentMismatch
{
    public const string UnknownReference = "unknown-reference";
    public const string ReferenceReused = "reference-reused";
    public const string WrongAmount = "wrong-amount";
    public const string WrongCurrency = "wrong-currency";
    public const string UnaskedRefund = "unasked-refund";
    public const string NotInStatement = "not-in-statement";
}
