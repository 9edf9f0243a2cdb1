using System.Security.Cryptography;
using MppDigital.Login.Outside;

namespace MppDigital.Login.Tests.Outside;

/// <summary>A half-configured provider is refused by the name of the setting, before anybody presses its button.</summary>
public sealed class OutsideOptionsTests
{
    private static readonly string RightKey = Key(ECCurve.NamedCurves.nistP521);

    [Fact]
    public void Asks_for_nothing_while_it_is_off() => Assert.Empty(FaultsOf(new OutsideOptions()));

    [Fact]
    public void Takes_a_whole_configuration() => Assert.Empty(FaultsOf(Whole()));

    [Fact]
    public void Takes_plain_http_on_this_machine_only()
    {
        Assert.Empty(FaultsOf(Whole(o => o.Issuer = "http://127.0.0.1:4000")));
        Assert.Single(FaultsOf(Whole(o => o.Issuer = "http://inapas.example")), f => f.StartsWith("Login:Outside:Issuer:", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_each_setting_that_is_missing_or_wrong()
    {
        Assert.Contains("Login:Outside:ClientId", Assert.Single(FaultsOf(Whole(o => o.ClientId = ""))), StringComparison.Ordinal);
        Assert.Contains("Login:Outside:FaceAcr", Assert.Single(FaultsOf(Whole(o => o.FaceAcr = ""))), StringComparison.Ordinal);
        Assert.Contains("Login:Outside:Timeout", Assert.Single(FaultsOf(Whole(o => o.Timeout = TimeSpan.Zero))), StringComparison.Ordinal);
        Assert.Contains("Login:Outside:Issuer", Assert.Single(FaultsOf(Whole(o => o.Issuer = "inapas"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_is_wrong_with_the_key_and_never_shows_it()
    {
        var small = Key(ECCurve.NamedCurves.nistP256);
        foreach (var (fault, options) in new (string, OutsideOptions)[]
        {
            ("is missing", Whole(o => o.Key = "")),
            ("cannot be read", Whole(o => o.KeyFile = "/no/such/file.pem")),
            ("expected a private key", Whole(o => o.Key = "not a key")),
            ("expected a private key", Whole(o => o.Key = PublicHalf())),
            ("P-521", Whole(o => o.Key = small)),
        })
        {
            var said = Assert.Single(FaultsOf(options));
            Assert.Contains(fault, said, StringComparison.Ordinal);
            Assert.DoesNotContain(small.Split('\n')[1], said, StringComparison.Ordinal);
        }
    }

    private static OutsideOptions Whole(Action<OutsideOptions>? change = null)
    {
        var options = new OutsideOptions { Issuer = "https://inapas.example", ClientId = "mpp-digital", Key = RightKey, FaceAcr = "urn:face" };
        change?.Invoke(options);
        return options;
    }

    private static IReadOnlyList<string> FaultsOf(OutsideOptions options) => [.. new OutsideOptionsCheck().Validate(null, options).Failures ?? []];

    private static string Key(ECCurve curve)
    {
        using var pair = ECDsa.Create(curve);
        return pair.ExportPkcs8PrivateKeyPem();
    }

    private static string PublicHalf()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        return pair.ExportSubjectPublicKeyInfoPem();
    }
}
