using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Residents.Consents;

/// <summary>A person agreed that one regency uses named facts for one service. Whoever reads the vault without such a row, or a duty by law, gets nothing.</summary>
internal sealed class ConsentRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>On the receipt: <c>PSJ-7K3M-9QXA</c>.</summary>
    public required string Number { get; init; }

    public required string Sub { get; init; }

    public required string RegencyCode { get; init; }

    public required string Service { get; init; }

    /// <summary>Encrypted JSON: what was agreed to, as it was shown.</summary>
    public required byte[] Terms { get; init; }

    public required DateTime GivenAt { get; init; }

    public required DateTime ValidUntil { get; init; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>The last day, UTC, on which the regency's form read the facts; each such day is one entry in the log.</summary>
    public DateOnly? LastReadOn { get; private set; }

    public void Revoke(DateTime now) => RevokedAt ??= now;

    /// <returns>True for the first read of that day.</returns>
    public bool ReadOn(DateOnly day)
    {
        if (LastReadOn == day) return false;
        LastReadOn = day;
        return true;
    }
}

/// <summary>What went to the regency with an application. It stays there; revoking ends what comes after.</summary>
internal sealed class HandOverRow
{
    public required Guid ConsentId { get; init; }

    public required string Application { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Names of facts, separated by blanks.</summary>
    public required string Facts { get; init; }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<ConsentRow>, IEntityTypeConfiguration<HandOverRow>
{
    public void Configure(EntityTypeBuilder<ConsentRow> row)
    {
        row.ToTable("consents");
        row.Property(c => c.Id).ValueGeneratedNever();
        row.Property(c => c.Number).HasMaxLength(20);
        row.Property(c => c.Sub).HasMaxLength(40);
        row.Property(c => c.RegencyCode).HasMaxLength(5);
        row.Property(c => c.Service).HasMaxLength(20);
        row.HasIndex(c => c.Number).IsUnique();
        row.HasIndex(c => new { c.Sub, c.RegencyCode, c.Service });
    }

    public void Configure(EntityTypeBuilder<HandOverRow> row)
    {
        row.ToTable("consent_hand_overs");
        row.HasKey(h => new { h.ConsentId, h.Application });
        row.Property(h => h.Application).HasMaxLength(20);
        row.Property(h => h.Facts).HasMaxLength(1000);
        row.HasOne<ConsentRow>().WithMany().HasForeignKey(h => h.ConsentId);
    }
}
