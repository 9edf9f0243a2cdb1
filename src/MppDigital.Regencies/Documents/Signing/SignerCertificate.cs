using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>Under which certificate somebody signs here, as its authority last said. The passphrase is nowhere.</summary>
internal sealed class SignerCertificate : IVersioned
{
    /// <summary>Wrong passphrases in a row after which nobody may try for a while: the authority locks the key itself soon after.</summary>
    public const int MostTries = 3;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>The signer's.</summary>
    public string Sub { get; init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Encrypted: under it the authority knows the signer.</summary>
    public byte[] Nik { get; private set; } = [];

    /// <summary>In hexadecimal, as certificates are named.</summary>
    public string Serial { get; private set; } = "";

    public DateTime NotAfter { get; private set; }

    /// <summary><c>valid</c>, <c>expired</c>, <c>revoked</c> or <c>suspended</c>.</summary>
    public string Status { get; private set; } = "";

    /// <summary>When the authority said so.</summary>
    public DateTime CheckedAt { get; private set; }

    public int WrongTries { get; private set; }

    public DateTime? PausedUntil { get; private set; }

    public long Version { get; private set; }

    public void Tell(string name, byte[] nik, string serial, DateTime notAfter, string status, DateTime at) =>
        (Name, Nik, Serial, NotAfter, Status, CheckedAt) = (name, nik, serial, notAfter, status, at);

    public bool IsPaused(DateTime now) => PausedUntil > now;

    /// <summary>Counts as wrong until the authority has said otherwise.</summary>
    public void BeginTry() => WrongTries++;

    /// <summary>The authority said nothing of the passphrase.</summary>
    public void ForgetTry() => WrongTries = Math.Max(0, WrongTries - 1);

    public void MissPassphrase(DateTime now)
    {
        if (WrongTries >= MostTries) (WrongTries, PausedUntil) = (0, now + Pause);
    }

    public void ShowPassphrase() => (WrongTries, PausedUntil) = (0, null);
}

internal sealed class SignerCertificateMapping : IEntityTypeConfiguration<SignerCertificate>
{
    public void Configure(EntityTypeBuilder<SignerCertificate> certificate)
    {
        certificate.ToTable("signer_certificates");
        certificate.HasKey(c => c.Sub);
        certificate.Property(c => c.Sub).HasMaxLength(40);
        certificate.Property(c => c.Name).HasMaxLength(120);
        certificate.Property(c => c.Serial).HasMaxLength(64);
        certificate.Property(c => c.Status).HasMaxLength(12);
        certificate.Property(c => c.Version).IsConcurrencyToken();
    }
}
