using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MppDigital.Platform.Certificates;

/// <summary>Makes a root and the certificates below it. Where the keys are kept is the caller's business.</summary>
public static class CertificateAuthority
{
    // X.520, ub-common-name and its sisters.
    private const int LongestName = 64;

    public static SigningKey NewRoot(string name, string organisation, DateTimeOffset now)
    {
        var (request, key) = RequestFor(name, organisation, "");
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        return new SigningKey(request.CreateSelfSigned(now.AddDays(-1), now.AddYears(20)), key);
    }

    /// <param name="unit">May be empty.</param>
    public static SigningKey Issue(SigningKey root, string name, string organisation, string unit, DateTimeOffset from, DateTimeOffset until)
    {
        var (request, key) = RequestFor(name, organisation, unit);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        // Non-repudiation: for signatures of people and seals of bodies, not for connections (ETSI EN 319 412-2, 4.3.2).
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root.Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var serial = RandomNumberGenerator.GetBytes(16);
        // Positive and without a leading zero, so that every program writes it alike (RFC 5280, 4.1.2.2).
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return new SigningKey(request.Create(root.Certificate.SubjectName, root.Generator, from, until, serial), key);
    }

    private static (CertificateRequest Request, ECDsa Key) RequestFor(string name, string organisation, string unit)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCountryOrRegion("ID");
        subject.AddOrganizationName(Cut(organisation));
        if (unit.Length > 0) subject.AddOrganizationalUnitName(Cut(unit));
        subject.AddCommonName(Cut(name));
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return (request, key);
    }

    private static string Cut(string text) => text.Length <= LongestName ? text : text[..LongestName];
}
