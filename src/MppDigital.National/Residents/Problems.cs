using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents;

internal static class Problems
{
    public static readonly Problem UnknownConsent = new(ProblemKind.NotFound, "unknown-consent", "Persetujuan ini tidak ada. Lihat daftar persetujuan Anda.") { DetailEn = "There is no such consent. Look at the list of your consents." };

    public static readonly Problem NotAgreed = new(ProblemKind.Forbidden, "consent-required", "Pemiliknya tidak menyetujui pemakaian data ini di sini, atau sudah mencabutnya. Minta data itu langsung kepadanya.") { DetailEn = "Its owner has not agreed that this is used here, or has revoked it. Ask them for it." };

    public static readonly Problem UnknownPaper = new(ProblemKind.NotFound, "unknown-wallet-document", "Dokumen ini tidak ada di dompet Anda.") { DetailEn = "There is no such document in your wallet." };

    public static Problem NotHeld(int index, string fact) => new(ProblemKind.Invalid, "fact-not-held", "Ada data yang tidak kami pegang, atau sudah lewat masa pakainya. Muat ulang halaman dan pilih lagi.")
    {
        DetailEn = "We do not hold some of this, or it may not be used any more. Reload the page and choose again.",
        Errors = new Dictionary<string, string[]> { [$"/facts/{index}"] = [$"Tidak ada yang dapat dipakai ulang: {fact}."] },
    };
}
