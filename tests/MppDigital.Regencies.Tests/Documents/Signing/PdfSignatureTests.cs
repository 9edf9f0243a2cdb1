using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MppDigital.Platform.Certificates;
using MppDigital.Regencies.Documents.Pdf;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Testing;
using MppDigital.Testing.Readers;

namespace MppDigital.Regencies.Tests.Documents.Signing;

/// <summary>The signature in the file, as another's reader judges it.</summary>
public sealed class PdfSignatureTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 3, 3, 42, 0, TimeSpan.Zero);
    private static readonly SigningKey Root = CertificateAuthority.NewRoot("Akar contoh", "Contoh", At);

    private readonly TempDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [ReadersFact]
    public async Task Is_valid_over_the_whole_document_and_after_any_changed_byte_it_is_not()
    {
        var key = CertificateAuthority.Issue(Root, "Rina Marlina, S.Sos.", "Pemerintah Kota Bukittinggi", "DPMPTSP", At, At.AddYears(1));
        X509Certificate2[] chain = [key.Certificate, Root.Certificate];
        var paper = SigningPaper.Of(Content(), "Rina Marlina, S.Sos.", "Kota Bukittinggi", chain, At.UtcDateTime);
        var cades = new CadesSignature(paper.Content, chain);
        var pdf = paper.With(cades.With(key.SignHash(cades.Hash))!);

        var found = await JudgeAsync(pdf);

        Assert.Contains("Signature is Valid.", found, StringComparison.Ordinal);
        Assert.Contains("Total document signed", found, StringComparison.Ordinal);
        Assert.Contains("Signature Type: ETSI.CAdES.detached", found, StringComparison.Ordinal);
        Assert.Contains("Common Name: Rina Marlina, S.Sos.", found, StringComparison.Ordinal);
        Assert.Contains("Ditandatangani Selasa, 3 November 2026, 10.42 WIB", await Poppler.TextOfAsync(Path.Combine(folder.Path, "signed.pdf")), StringComparison.Ordinal);

        var text = Encoding.Latin1.GetString(pdf);
        // In the page, the date, the signature's own value, the table of objects and the last line.
        foreach (var place in (int[])[text.IndexOf("endobj", StringComparison.Ordinal), text.IndexOf("Tj ET", StringComparison.Ordinal), text.IndexOf("/M (D:", StringComparison.Ordinal) + 8, text.IndexOf("> /Filter", StringComparison.Ordinal) - 40, text.LastIndexOf("00000 n", StringComparison.Ordinal) - 3, pdf.Length - 2])
        {
            byte[] changed = [.. pdf];
            changed[place] ^= 1;
            Assert.False(IsWhole(await JudgeAsync(changed)), $"A changed byte at {place} of {pdf.Length} went unseen.");
        }

        Assert.False(IsWhole(await JudgeAsync([.. pdf, .. "% more\n"u8])), "What was added went unseen.");
    }

    [Fact]
    public void Takes_no_signature_by_another_key_or_over_another_document()
    {
        var (key, other) = (Issue(), Issue());
        X509Certificate2[] chain = [key.Certificate, Root.Certificate];
        var mine = new CadesSignature("mine"u8.ToArray(), chain);
        var another = new CadesSignature("another"u8.ToArray(), chain);

        Assert.NotNull(mine.With(key.SignHash(mine.Hash)));
        Assert.Null(mine.With(other.SignHash(mine.Hash)));
        Assert.Null(mine.With(key.SignHash(another.Hash)));
        Assert.False(CadesSignature.Holds("another"u8.ToArray(), mine.With(key.SignHash(mine.Hash))!));
    }

    [Fact]
    public void Takes_a_signature_by_rsa_too()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=Kepala", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(At, At.AddYears(1));
        var cades = new CadesSignature("mine"u8.ToArray(), [certificate]);

        var made = cades.With(rsa.SignHash(cades.Hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        // Nothing is left over in the file that a signature does not protect.
        Assert.Equal(("RSA-SHA256", CadesSignature.RoomFor([certificate])), (cades.Algorithm, made!.Length));
    }

    private static SigningKey Issue() => CertificateAuthority.Issue(Root, "Kepala", "Contoh", "", At, At.AddYears(1));

    private static bool IsWhole(string found) => found.Contains("Signature is Valid.", StringComparison.Ordinal) && found.Contains("Total document signed", StringComparison.Ordinal);

    private async Task<string> JudgeAsync(byte[] pdf)
    {
        var file = Path.Combine(folder.Path, "signed.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        return await Poppler.SignaturesOfAsync(file);
    }

    // The place of practice tries to pass for the field that is filled in later.
    private static IssuedDocumentContent Content() => new()
    {
        Government = "Pemerintah Kota Bukittinggi",
        Agency = "DPMPTSP",
        Title = "Surat Izin Praktik (SIP) Perawat",
        Number = "SIP/1375/2026/00219",
        Holder = "Dian Safitri",
        Rows = [new("Tempat praktik", $"{PdfSignatureField.UnknownRange} {PdfSignatureField.Contents}<00>")],
        IssuedAt = At.UtcDateTime,
        LegalBasis = [],
        Seal = new DocumentSeal.SignedBy("Rina Marlina, S.Sos.", "Kepala DPMPTSP Kota Bukittinggi"),
        VerificationAddress = new Uri("https://mpp.go.id/v/7KQ2-M9XA-4TRD-08WN"),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"),
        ZoneAbbreviation = "WIB",
    };
}
