using MppDigital.National.Verification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tests.Verification;

public sealed class VerifyDocumentTests(NationalDatabase national) : IClassFixture<NationalDatabase>
{
    private static readonly RegencyCode Bukittinggi = RegencyCode.Parse("13.75");

    [Fact]
    public async Task Finds_a_genuine_document_however_its_code_is_typed()
    {
        var code = await RegisterAsync("SIP/1375/001");
        var typed = code.ToString().ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace("-", " ", StringComparison.Ordinal);

        var check = await CheckAsync(typed);

        Assert.Equal(DocumentVerdict.Genuine, check.Verdict);
        Assert.Equal(code.ToString(), check.Document!.Code);
        Assert.Equal("Kota Bukittinggi", check.Document.Regency.Name);
        Assert.Equal("S. A.", check.Document.HolderInitials);
    }

    [Fact]
    public async Task Is_expired_from_the_day_after_the_last()
    {
        // In Bukittinggi it is 19 November 2026.
        var lastDay = await RegisterAsync("SIP/1375/002", validUntil: new DateOnly(2026, 11, 19));
        var over = await RegisterAsync("SIP/1375/003", validUntil: new DateOnly(2026, 11, 18));

        Assert.Equal(DocumentVerdict.Genuine, (await CheckAsync(lastDay.ToString())).Verdict);
        Assert.Equal(DocumentVerdict.Expired, (await CheckAsync(over.ToString())).Verdict);
    }

    [Fact]
    public async Task Tells_that_a_document_was_revoked()
    {
        var code = await RegisterAsync("SIP/1375/004");

        await national.GetAsync<RevokeIssuedDocument, Done>(new RevokeIssuedDocument(Bukittinggi, "SIP/1375/004"));

        Assert.Equal(DocumentVerdict.Revoked, (await CheckAsync(code.ToString())).Verdict);
        var elsewhere = await national.RunAsync<RevokeIssuedDocument, Done>(new RevokeIssuedDocument(RegencyCode.Parse("13.71"), "SIP/1375/004"));
        Assert.Equal("document-not-found", elsewhere.Problem?.Code);
    }

    [Fact]
    public async Task Tells_that_a_document_was_replaced()
    {
        var old = await RegisterAsync("SIP/1375/005");

        var next = await RegisterAsync("SIP/1375/006", replaces: "SIP/1375/005");

        Assert.Equal(DocumentVerdict.Replaced, (await CheckAsync(old.ToString())).Verdict);
        Assert.Equal(DocumentVerdict.Genuine, (await CheckAsync(next.ToString())).Verdict);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000-0000-0000-0000")]
    [InlineData("0000-0000-0000")]
    [InlineData("UUUU-0000-0000-0000")]
    [InlineData("' OR 1=1 --")]
    public async Task Finds_nothing_for_a_code_never_issued(string code)
    {
        var check = await CheckAsync(code);

        Assert.Equal(DocumentVerdict.NotFound, check.Verdict);
        Assert.Null(check.Document);
    }

    [Fact]
    public async Task Registers_a_repeat_once_and_refuses_another_document_with_the_same_number()
    {
        var code = await RegisterAsync("SIP/1375/007");

        await RegisterAsync("SIP/1375/007", code);
        var other = await national.RunAsync<RegisterIssuedDocument, Done>(Document("SIP/1375/007", VerificationCode.New()));
        var altered = await national.RunAsync<RegisterIssuedDocument, Done>(Document("SIP/1375/007", code) with { Sha256 = new string('b', 64) });

        Assert.Equal("document-already-registered", other.Problem?.Code);
        Assert.Equal("document-already-registered", altered.Problem?.Code);
    }

    [Fact]
    public async Task Keeps_only_the_hash_of_the_code()
    {
        var code = await RegisterAsync("SIP/1375/008");

        await using var db = national.Open();
        var row = db.IssuedDocuments.Single(d => d.DocumentNumber == "SIP/1375/008");
        Assert.Equal(code.Hash, row.CodeHash);
        Assert.DoesNotContain(code.ToString().Replace("-", "", StringComparison.Ordinal), string.Join(' ', db.Entry(row).Properties.Select(p => p.CurrentValue)), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<VerificationCode> RegisterAsync(string number, VerificationCode? code = null, DateOnly? validUntil = null, string? replaces = null)
    {
        var document = Document(number, code ?? VerificationCode.New()) with { ValidUntil = validUntil, Replaces = replaces };
        await national.GetAsync<RegisterIssuedDocument, Done>(document);
        return document.Code;
    }

    private static RegisterIssuedDocument Document(string number, VerificationCode code) =>
        new(code, Bukittinggi, number, "SIP Perawat", "S. A.", "DPM-SIP-04", 1, new DateTime(2026, 11, 19, 3, 0, 0, DateTimeKind.Utc), null, Deemed: false, new string('a', 64));

    private Task<DocumentCheck> CheckAsync(string code) => national.GetAsync<VerifyDocument, DocumentCheck>(new VerifyDocument(code));
}
