using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Platform.Certificates;
using MppDigital.Platform.Secrets;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>
/// The platform's own certificate authority: the seal on what the law granted, and in Development every signing officer. Keys are made at their
/// first use and lie under <c>&lt;data&gt;/signing</c>, each sealed by the master key. It proves that a file is ours and unchanged; whom a
/// signature binds is proven by a recognised authority only.
/// </summary>
internal sealed class PlatformAuthority(MasterKey master, IOptions<PlatformOptions> platform, TimeProvider clock)
{
    public const string SealName = "Segel elektronik MPP Digital";

    private const string Organisation = "MPP Digital";

    private readonly ConcurrentDictionary<string, Lazy<SigningKey>> keys = new();

    public X509Certificate2 Root => RootKey.Certificate;

    public SigningKey Seal => For("seal", SealName, Organisation, "");

    private SigningKey RootKey => Open("root", now => CertificateAuthority.NewRoot("Otoritas sertifikat MPP Digital", Organisation, now));

    /// <param name="government">For example <c>Pemerintah Kota Bukittinggi</c>.</param>
    public SigningKey SignerOf(Signature signer, string government) => For(signer.Sub, signer.Name, government, signer.Agency);

    /// <summary>A certificate says who and where, so another name, office or year is another certificate.</summary>
    private SigningKey For(string who, string name, string organisation, string unit)
    {
        var now = clock.GetUtcNow();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', who, name, organisation, unit))).AsSpan(0, 16));
        return Open(string.Create(CultureInfo.InvariantCulture, $"{hash}-{now.Year}"), at => CertificateAuthority.Issue(RootKey, name, organisation, unit, at.AddMinutes(-5), at.AddYears(2)));
    }

    private SigningKey Open(string name, Func<DateTimeOffset, SigningKey> make) => keys.GetOrAdd(name, _ => new Lazy<SigningKey>(() => ReadOrMake(name, make))).Value;

    /// <summary>A folder for each key, moved into its place whole: two processes that make it together end with one.</summary>
    private SigningKey ReadOrMake(string name, Func<DateTimeOffset, SigningKey> make)
    {
        var all = Path.Combine(platform.Value.DataDirectory, "signing");
        var folder = Path.Combine(all, name);
        var file = Path.Combine(folder, "key");
        if (File.Exists(file)) return Unseal(name, File.ReadAllBytes(file));

        var draft = Path.Combine(all, $"draft-{Guid.NewGuid():N}");
        Directory.CreateDirectory(draft);
        using (var written = new FileStream(Path.Combine(draft, "key"), FileMode.CreateNew, FileAccess.Write))
        {
            written.Write(SealKey(name, make(clock.GetUtcNow())));
            written.Flush(flushToDisk: true);
        }

        try
        {
            Directory.Move(draft, folder);
        }
        catch (IOException) when (File.Exists(file))
        {
            Directory.Delete(draft, recursive: true);
        }

        return Unseal(name, File.ReadAllBytes(file));
    }

    private byte[] SealKey(string name, SigningKey made)
    {
        var key = made.ExportKey();
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, key.Length);
        return master.Seal(PurposeOf(name), [.. length, .. key, .. made.Certificate.RawData]);
    }

    private SigningKey Unseal(string name, byte[] sealedKey)
    {
        var content = master.Unseal(PurposeOf(name), sealedKey);
        var length = BinaryPrimitives.ReadInt32BigEndian(content);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(content.AsSpan(4, length), out _);
        return new SigningKey(X509CertificateLoader.LoadCertificate(content.AsSpan(4 + length)), key);
    }

    private static string PurposeOf(string name) => $"signing-key:{name}";
}
