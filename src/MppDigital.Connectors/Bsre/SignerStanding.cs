using System.Security.Cryptography.X509Certificates;

namespace MppDigital.Connectors.Bsre;

/// <summary>How the authority says that a signer stands.</summary>
/// <param name="Chain">The signer's certificate first, then those above it.</param>
public sealed record SignerStanding(CertificateStanding Standing, IReadOnlyList<X509Certificate2> Chain)
{
    public X509Certificate2 Certificate => Chain[0];
}

public enum CertificateStanding
{
    Valid,
    Expired,
    Revoked,
    Suspended,
}

/// <param name="Id">Ours, by which the answer is matched.</param>
/// <param name="Value">SHA-256.</param>
public sealed record HashToSign(string Id, byte[] Value);

/// <summary>What came of a batch of hashes. Closed.</summary>
public abstract record HashSigning
{
    private HashSigning()
    {
    }

    /// <param name="Signatures">By the id of the hash; one that the authority left out is missing here. Nobody has verified them yet.</param>
    public sealed record Made(IReadOnlyDictionary<string, byte[]> Signatures) : HashSigning;

    public sealed record WrongPassphrase : HashSigning;

    /// <summary>The certificate cannot sign at this moment: expired, revoked or suspended since it was asked about.</summary>
    public sealed record NotUsable : HashSigning;
}
