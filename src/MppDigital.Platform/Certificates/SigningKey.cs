using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MppDigital.Platform.Certificates;

/// <summary>A certificate with its private key. Safe for use from many threads.</summary>
public sealed class SigningKey(X509Certificate2 certificate, ECDsa key)
{
    private readonly Lock turn = new();

    public X509Certificate2 Certificate => certificate;

    /// <returns>As CMS wants it: a DER sequence of two integers (RFC 3279, 2.2.3).</returns>
    public byte[] SignHash(byte[] hash)
    {
        lock (turn) return key.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The private key as PKCS #8, for whoever seals it.</summary>
    public byte[] ExportKey()
    {
        lock (turn) return key.ExportPkcs8PrivateKey();
    }

    internal X509SignatureGenerator Generator => X509SignatureGenerator.CreateForECDsa(key);
}
