using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>
/// The signature inside a PDF, level B-B (ETSI EN 319 142-1, 6.3; attributes by ETSI EN 319 122-1, 5). Made in two steps, because the key is
/// often in another house: what is to be signed, and the envelope (RFC 5652) round what came back.
/// </summary>
internal sealed class CadesSignature
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string RsaWithSha256 = "1.2.840.113549.1.1.11";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    private static readonly Asn1Tag First = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private readonly byte[] content;
    private readonly IReadOnlyList<X509Certificate2> chain;
    private readonly byte[] attributes;

    /// <param name="chain">The signer's first, then those above it.</param>
    public CadesSignature(byte[] content, IReadOnlyList<X509Certificate2> chain)
    {
        this.content = content;
        this.chain = chain;
        attributes = Attributes(content, Signer);
    }

    /// <summary>How long the whole gets with these certificates. An elliptic signature may be some bytes shorter.</summary>
    public static int RoomFor(IReadOnlyList<X509Certificate2> chain)
    {
        using var rsa = chain[0].GetRSAPublicKey();
        using var elliptic = chain[0].GetECDsaPublicKey();
        var longest = rsa is null ? elliptic!.GetMaxSignatureSize(DSASignatureFormat.Rfc3279DerSequence) : rsa.KeySize / 8;
        return new CadesSignature([], chain).Envelope(new byte[longest]).Length;
    }

    /// <summary>SHA-256 of the signed attributes: this is what the key signs.</summary>
    public byte[] Hash => SHA256.HashData(attributes);

    public string Algorithm => IsRsa(Signer) ? "RSA-SHA256" : "ECDSA-SHA256";

    private X509Certificate2 Signer => chain[0];

    /// <summary>The whole, looked at once more by the framework's own reader.</summary>
    /// <param name="signature">RSA (PKCS #1) or ECDSA (DER) over <see cref="Hash"/>.</param>
    /// <returns>Null where the signature is over something else, or by another key.</returns>
    public byte[]? With(byte[] signature)
    {
        var envelope = Envelope(signature);
        return Holds(content, envelope) ? envelope : null;
    }

    /// <summary>Whether a detached signature is over exactly this.</summary>
    public static bool Holds(byte[] content, byte[] envelope)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(content), detached: true);
            cms.Decode(envelope);
            cms.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private byte[] Envelope(byte[] signature)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier(SignedData);
            using (der.PushSequence(First))
            using (der.PushSequence())
            {
                der.WriteInteger(1);
                using (der.PushSetOf()) WriteAlgorithm(der, Sha256);
                using (der.PushSequence()) der.WriteObjectIdentifier(Data);
                using (der.PushSetOf(First))
                {
                    foreach (var certificate in chain) der.WriteEncodedValue(certificate.RawData);
                }

                using (der.PushSetOf()) WriteSigner(der, signature);
            }
        }

        return der.Encode();
    }

    private void WriteSigner(AsnWriter der, byte[] signature)
    {
        using (der.PushSequence())
        {
            der.WriteInteger(1);
            using (der.PushSequence())
            {
                der.WriteEncodedValue(Signer.IssuerName.RawData);
                der.WriteInteger(Signer.SerialNumberBytes.Span);
            }

            WriteAlgorithm(der, Sha256);
            // Signed as a set, stored under the tag of the field (RFC 5652, 5.4).
            byte[] stored = [.. attributes];
            stored[0] = 0xA0;
            der.WriteEncodedValue(stored);
            WriteAlgorithm(der, IsRsa(Signer) ? RsaWithSha256 : EcdsaWithSha256, withNull: IsRsa(Signer));
            der.WriteOctetString(signature);
        }
    }

    private static byte[] Attributes(byte[] content, X509Certificate2 signer)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSetOf())
        {
            WriteAttribute(der, ContentType, w => w.WriteObjectIdentifier(Data));
            WriteAttribute(der, MessageDigest, w => w.WriteOctetString(SHA256.HashData(content)));
            WriteAttribute(der, SigningCertificateV2, w => WriteCertificateId(w, signer));
        }

        return der.Encode();
    }

    /// <summary>Which certificate, by its hash: another one for the same key must not be put in its place (RFC 5035, 3). SHA-256 is the default and left out.</summary>
    private static void WriteCertificateId(AsnWriter der, X509Certificate2 signer)
    {
        using (der.PushSequence())
        using (der.PushSequence())
        using (der.PushSequence())
        {
            der.WriteOctetString(SHA256.HashData(signer.RawData));
        }
    }

    private static void WriteAttribute(AsnWriter der, string type, Action<AsnWriter> value)
    {
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier(type);
            using (der.PushSetOf()) value(der);
        }
    }

    private static void WriteAlgorithm(AsnWriter der, string algorithm, bool withNull = false)
    {
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier(algorithm);
            if (withNull) der.WriteNull();
        }
    }

    private static bool IsRsa(X509Certificate2 certificate) => certificate.PublicKey.Oid.Value == "1.2.840.113549.1.1.1";
}
