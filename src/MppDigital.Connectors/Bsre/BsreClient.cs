using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Health;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Bsre;

/// <summary>
/// The certificate authority of officials: how a signer stands, and signatures over hashes. The document stays here. Never repeated by itself: a
/// wrong passphrase counts there, and whoever signs presses again.
/// </summary>
public sealed class BsreClient : IConnector
{
    internal const string Name = "Bsre";

    /// <summary>In one call; more are several calls.</summary>
    public const int MostHashes = 20;

    private readonly RegisterLine line;

    internal BsreClient(RegisterLine line) => this.line = line;

    string IConnector.Connector => Name;

    /// <param name="nik">16 digits, already validated.</param>
    public Task<Lookup<SignerStanding>> StatusAsync(string nik, CancellationToken ct) =>
        line.AskAsync<BsreStatusAsk, BsreStatusAnswer, SignerStanding>(BsrePaths.Status, new BsreStatusAsk(nik), (answer, at) => Read(answer, nik, at), ct);

    /// <param name="passphrase">The signer's; goes out with this call and is kept nowhere.</param>
    public Task<Lookup<HashSigning>> SignAsync(string nik, string passphrase, IReadOnlyList<HashToSign> hashes, CancellationToken ct) =>
        line.AskAsync<BsreSignAsk, BsreSignAnswer, HashSigning>(
            BsrePaths.Sign, new BsreSignAsk(nik, passphrase, BsreWords.Sha256, [.. hashes.Select(h => new BsreHash(h.Id, h.Value))]), (answer, at) => Read(answer, nik, hashes, at), ct);

    Task<ConnectorLook> IConnector.LookAsync(CancellationToken ct) => line.LookAsync(ct);

    /// <summary>Asks for a number that nobody has.</summary>
    async Task<Outage?> IConnector.TryAsync(RegencyCode regency, CancellationToken ct) => (await StatusAsync("0000000000000000", ct) as Lookup<SignerStanding>.Unavailable)?.Reason;

    private static Lookup<SignerStanding> Read(BsreStatusAnswer answer, string nik, DateTime at)
    {
        if (answer.Nik != nik) return new Lookup<SignerStanding>.Unavailable(Outage.Unreadable);
        if (answer.Status == BsreWords.Unknown) return new Lookup<SignerStanding>.NotFound(at);
        return StandingOf(answer.Status) is { } standing && ChainOf(answer.Certificates) is { } chain
            ? new Lookup<SignerStanding>.Found(new SignerStanding(standing, chain), at)
            : new Lookup<SignerStanding>.Unavailable(Outage.Unreadable);
    }

    private static Lookup<HashSigning> Read(BsreSignAnswer answer, string nik, IReadOnlyList<HashToSign> asked, DateTime at) => answer switch
    {
        _ when answer.Nik != nik => new Lookup<HashSigning>.Unavailable(Outage.Unreadable),
        { StatusCode: BsreWords.WrongPassphrase } => new Lookup<HashSigning>.Found(new HashSigning.WrongPassphrase(), at),
        { StatusCode: BsreWords.NotUsable } => new Lookup<HashSigning>.Found(new HashSigning.NotUsable(), at),
        { StatusCode: BsreWords.Signed, Signatures: { } made } => new Lookup<HashSigning>.Found(new HashSigning.Made(Match(made, asked)), at),
        _ => new Lookup<HashSigning>.Unavailable(Outage.Unreadable),
    };

    /// <summary>What was not asked for, or is told twice, counts for nothing.</summary>
    private static Dictionary<string, byte[]> Match(BsreHash[] made, IReadOnlyList<HashToSign> asked) =>
        made.Where(m => m is { Id: not null, Value: { Length: > 0 and <= 1024 } } && asked.Any(a => a.Id == m.Id))
            .GroupBy(m => m.Id!).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.Single().Value!);

    private static CertificateStanding? StandingOf(string? word) => word switch
    {
        BsreWords.Issued => CertificateStanding.Valid,
        BsreWords.Expired => CertificateStanding.Expired,
        BsreWords.Revoked => CertificateStanding.Revoked,
        BsreWords.Suspended => CertificateStanding.Suspended,
        _ => null,
    };

    private static List<X509Certificate2>? ChainOf(byte[][]? certificates)
    {
        if (certificates is not { Length: > 0 and <= 5 }) return null;
        try
        {
            return [.. certificates.Select(c => X509CertificateLoader.LoadCertificate(c))];
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
