using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace MppDigital.Connectors.Bsre;

/// <summary>Whether a signer's certificate leads to a root that this installation trusts, and holds now.</summary>
/// <param name="simulated">The simulator's root; null outside Development.</param>
public sealed class SignerTrust(IOptions<SignatureOptions> options, SimulatedRoot? simulated)
{
    private readonly Lazy<X509Certificate2Collection> roots = new(() => Read(options.Value.TrustedRoots, simulated));

    public CertificateFault? FaultOf(IReadOnlyList<X509Certificate2> chain, DateTime now)
    {
        if (chain[0].NotBefore.ToUniversalTime() > now) return CertificateFault.NotYetValid;
        if (chain[0].NotAfter.ToUniversalTime() < now) return CertificateFault.Expired;
        using var path = new X509Chain();
        path.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        path.ChainPolicy.CustomTrustStore.AddRange(roots.Value);
        path.ChainPolicy.ExtraStore.AddRange(chain.Skip(1).ToArray());
        // The authority itself was just asked; nothing is fetched from addresses that a certificate names.
        path.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        path.ChainPolicy.DisableCertificateDownloads = true;
        path.ChainPolicy.VerificationTime = now;
        return roots.Value.Count > 0 && path.Build(chain[0]) ? null : CertificateFault.Untrusted;
    }

    private static X509Certificate2Collection Read(string file, SimulatedRoot? simulated)
    {
        var roots = new X509Certificate2Collection();
        if (file.Length > 0) roots.ImportFromPemFile(file);
        else if (simulated is not null) roots.Add(simulated.Key.Certificate);
        return roots;
    }
}

/// <summary>Why a certificate that its authority calls valid is not taken.</summary>
public enum CertificateFault
{
    NotYetValid,
    Expired,
    Untrusted,
}
