using MppDigital.Connectors.Bsre;
using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Documents.Signing;

internal static class SigningProblems
{
    public static readonly Problem UnknownDocument = new(ProblemKind.NotFound, "unknown-signature-order", "Dokumen itu tidak ada di antrean tanda tangan Anda. Muat ulang daftarnya.") { DetailEn = "That document is not in your signing queue. Reload the list." };

    public static readonly Problem NotEnrolled = new(ProblemKind.Conflict, "no-signing-certificate", "Sertifikat elektronik Anda belum dicatat di sini. Tulis NIK yang terdaftar di BSrE lebih dulu.") { DetailEn = "Your certificate is not on record here. Give the NIK that is registered with BSrE first." };

    public static readonly Problem NobodyThere = new(ProblemKind.Invalid, "unknown-signer", "BSrE tidak mengenal NIK ini sebagai pemegang sertifikat. Periksa NIK, atau ajukan sertifikat ke BSrE.")
    {
        DetailEn = "BSrE knows no certificate for this NIK. Check it, or apply to BSrE for one.",
        Errors = new Dictionary<string, string[]> { ["/nik"] = ["Periksa NIK yang terdaftar di BSrE."] },
    };

    public static readonly Problem SomebodyElse = new(ProblemKind.Invalid, "another-signer", "Nama pada sertifikat berbeda dari nama Anda di sini. Periksa NIK; bila nama di sini salah, minta admin membetulkannya.")
    {
        DetailEn = "The name on the certificate is not the one you have here. Check the NIK; if your name here is wrong, ask the admin.",
        Errors = new Dictionary<string, string[]> { ["/nik"] = ["Sertifikat NIK ini atas nama orang lain."] },
    };

    public static readonly Problem WrongPassphrase = new(ProblemKind.Invalid, "wrong-passphrase", "Frasa sandi sertifikat salah. Periksa huruf besar dan kecilnya, lalu coba lagi.")
    {
        DetailEn = "The certificate's passphrase is wrong. Check capital letters and try again.",
        Errors = new Dictionary<string, string[]> { ["/passphrase"] = ["Frasa sandi salah. Periksa huruf besar dan kecilnya."] },
    };

    public static readonly Problem Busy = new(ProblemKind.Conflict, "signing-under-way", "Penandatanganan lain dengan sertifikat ini sedang berjalan. Tunggu sebentar, lalu coba lagi.") { DetailEn = "Another signing with this certificate is under way. Wait a moment and try again." };

    public static readonly Problem Away = new(ProblemKind.Unavailable, "signature-authority-away", "BSrE tidak menjawab. Tidak ada yang ditandatangani; dokumen tetap menunggu. Coba lagi sebentar lagi.") { DetailEn = "BSrE does not answer. Nothing was signed; the documents keep waiting. Try again in a moment.", RetryAfter = TimeSpan.FromSeconds(30) };

    public static readonly Problem NotSigned = new(ProblemKind.Unavailable, "signature-not-valid", "Jawaban BSrE bukan tanda tangan yang sah atas dokumen ini, jadi tidak disimpan. Coba lagi.") { DetailEn = "What BSrE answered is no valid signature over this document, so it was not kept. Try again." };

    public static Problem Paused(TimeSpan left) => new(ProblemKind.TooMany, "too-many-passphrases", $"Terlalu banyak frasa sandi salah. Coba lagi {Math.Ceiling(left.TotalMinutes)} menit lagi.") { RetryAfter = left, DetailEn = $"Too many wrong passphrases. Try again in {Math.Ceiling(left.TotalMinutes)} minutes." };

    public static Problem NotUsable(CertificateStanding standing) => standing switch
    {
        CertificateStanding.Expired => new(ProblemKind.Conflict, "certificate-expired", "Sertifikat Anda sudah habis masa berlakunya. Perbarui di BSrE.") { DetailEn = "Your certificate has expired. Renew it with BSrE." },
        CertificateStanding.Revoked => new(ProblemKind.Conflict, "certificate-revoked", "Sertifikat Anda sudah dicabut. Ajukan yang baru ke BSrE.") { DetailEn = "Your certificate was revoked. Apply to BSrE for a new one." },
        _ => new(ProblemKind.Conflict, "certificate-suspended", "Sertifikat Anda sedang dibekukan. Hubungi BSrE.") { DetailEn = "Your certificate is suspended. Contact BSrE." },
    };

    public static Problem Faulty(CertificateFault fault) => fault switch
    {
        CertificateFault.Expired => NotUsable(CertificateStanding.Expired),
        CertificateFault.NotYetValid => new(ProblemKind.Conflict, "certificate-not-yet-valid", "Sertifikat Anda menurut jam kami belum berlaku. Coba lagi beberapa menit lagi.") { DetailEn = "By our clock your certificate does not hold yet. Try again in some minutes." },
        _ => new(ProblemKind.Conflict, "certificate-not-trusted", "Sertifikat Anda tidak berinduk pada otoritas yang diakui di sini. Hubungi admin platform.") { DetailEn = "Your certificate does not lead to an authority that is recognised here. Contact the platform's admin." },
    };

    public static Problem Field(string pointer, string text, string textEn) => new(ProblemKind.Invalid, "invalid-content", text) { DetailEn = textEn, Errors = new Dictionary<string, string[]> { [pointer] = [text] } };
}
