using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.Connectors.Bsre;
using MppDigital.Connectors.Bsre.Simulator;
using MppDigital.Platform.Certificates;
using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Tests.Bsre;

public sealed class BsreClientTests
{
    private static readonly string Signer = SyntheticPeople.NikOf("1375", 0);
    private static readonly HashToSign Hash = new("one", SHA256.HashData("a document"u8));

    [Fact]
    public async Task Tells_how_a_signer_stands_and_signs_with_the_certificate_that_it_told()
    {
        await using var connectors = await RunningConnectors.StartAsync();
        var bsre = connectors.Get<BsreClient>();

        var standing = Found(await bsre.StatusAsync(Signer, CancellationToken.None));
        var made = Assert.IsType<HashSigning.Made>(Found(await bsre.SignAsync(Signer, BsreSimulator.Passphrase, [Hash], CancellationToken.None)));

        Assert.Equal((CertificateStanding.Valid, 2), (standing.Standing, standing.Chain.Count));
        using var key = standing.Certificate.GetECDsaPublicKey()!;
        Assert.True(key.VerifyHash(Hash.Value, made.Signatures["one"], DSASignatureFormat.Rfc3279DerSequence));
        Assert.Null(connectors.Get<SignerTrust>().FaultOf(standing.Chain, connectors.Clock.GetUtcNow().UtcDateTime));
        Assert.IsType<HashSigning.WrongPassphrase>(Found(await bsre.SignAsync(Signer, "salah", [Hash], CancellationToken.None)));
        Assert.IsType<HashSigning.NotUsable>(Found(await bsre.SignAsync(SyntheticPeople.NikOf("1375", 7), BsreSimulator.Passphrase, [Hash], CancellationToken.None)));
        Assert.Equal([CertificateStanding.Expired, CertificateStanding.Suspended, CertificateStanding.Revoked], await Task.WhenAll(new[] { 5, 6, 7 }.Select(async p => Found(await bsre.StatusAsync(SyntheticPeople.NikOf("1375", p), CancellationToken.None)).Standing)));
        Assert.IsType<Lookup<SignerStanding>.NotFound>(await bsre.StatusAsync("1375011203940001", CancellationToken.None));
    }

    [Theory]
    [InlineData("500", Outage.Refused)]
    [InlineData("no-answer", Outage.TimedOut)]
    [InlineData("wrong-data", Outage.Unreadable)]
    public async Task A_failure_is_an_answer_of_its_own_and_nothing_is_repeated(string fault, Outage outage)
    {
        await using var connectors = await RunningConnectors.StartAsync(new() { ["Connectors:Bsre:TryTimeout"] = "00:00:00.400", ["Connectors:Bsre:TotalTimeout"] = "00:00:02", ["Connectors:Bsre:BreakAfter"] = "1000" });
        await connectors.SwitchAsync("Bsre", fault);

        var answer = await connectors.Get<BsreClient>().StatusAsync(Signer, CancellationToken.None);

        Assert.Equal((new Lookup<SignerStanding>.Unavailable(outage), 1), (answer, await connectors.CallsAsync("Bsre")));
    }

    [Fact]
    public void Trusts_only_what_leads_to_its_roots_and_holds_now()
    {
        var now = new DateTimeOffset(2026, 11, 3, 0, 0, 0, TimeSpan.Zero);
        var (root, stranger) = (CertificateAuthority.NewRoot("Akar", "Contoh", now), CertificateAuthority.NewRoot("Akar", "Contoh", now));
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pem");
        File.WriteAllText(file, root.Certificate.ExportCertificatePem());
        var trust = new SignerTrust(Options.Create(new SignatureOptions { TrustedRoots = file }), null);

        Assert.Null(Fault(root, now, now.AddYears(1)));
        Assert.Equal(CertificateFault.Untrusted, Fault(stranger, now, now.AddYears(1)));
        Assert.Equal(CertificateFault.NotYetValid, Fault(root, now.AddMinutes(10), now.AddYears(1)));
        Assert.Equal(CertificateFault.Expired, Fault(root, now.AddDays(-1).AddHours(1), now.AddMinutes(-1)));
        // Without any root nobody can sign.
        Assert.Equal(CertificateFault.Untrusted, new SignerTrust(Options.Create(new SignatureOptions()), null).FaultOf([root.Certificate], now.UtcDateTime));
        File.Delete(file);

        CertificateFault? Fault(SigningKey by, DateTimeOffset from, DateTimeOffset until) => trust.FaultOf([CertificateAuthority.Issue(by, "Kepala", "Contoh", "", from, until).Certificate, by.Certificate], now.UtcDateTime);
    }

    [Theory]
    [InlineData("Development", null, false, SignatureMode.Platform)]
    [InlineData("Production", null, false, SignatureMode.Bsre)]
    [InlineData("Production", "Platform", true, SignatureMode.Platform)]
    [InlineData("Production", "Platform", false, null)]
    public async Task The_platforms_authority_signs_for_officials_outside_Development_only_where_somebody_says_so_twice(string environment, string? mode, bool allowed, SignatureMode? expected)
    {
        using var host = RunningConnectors.Build(new() { ["Signature:Mode"] = mode, ["Signature:AllowPlatformAuthority"] = $"{allowed}" }, environment);

        if (expected is null) Assert.Contains("Signature:AllowPlatformAuthority", (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())).Message, StringComparison.Ordinal);
        else Assert.Equal(expected, host.Services.GetRequiredService<IOptions<SignatureOptions>>().Value.Mode);
    }

    private static T Found<T>(Lookup<T> lookup) => Assert.IsType<Lookup<T>.Found>(lookup).Data;
}
