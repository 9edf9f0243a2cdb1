using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.National.Registry;
using MppDigital.Platform.Persistence;

namespace MppDigital.National.Tips;

/// <summary>Somebody reports brokers or extortion. Sealed under a key that opens nothing else; no regency's key opens it.</summary>
internal sealed class Tip : IVersioned
{
    public const int LongestReason = 300;
    public const int LongestNote = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Number { get; init; }

    public required string SecretHash { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>What was reported, encrypted.</summary>
    public required byte[] Content { get; init; }

    public DateTime ReceivedAt { get; init; }

    /// <summary>Why the first person wants to open it.</summary>
    public string Reason { get; set; } = "";

    public string AskedBy { get; set; } = "";

    public DateTime? AskedAt { get; set; }

    /// <summary>Another person than <see cref="AskedBy"/>.</summary>
    public string OpenedBy { get; set; } = "";

    public DateTime? OpenedAt { get; set; }

    /// <summary>What became of it, for whoever reported.</summary>
    public string Outcome { get; set; } = "";

    public DateTime? ClosedAt { get; set; }

    public long Version { get; private set; }
}

/// <summary>The key of the tip line, wrapped by the master key that lies outside the database. There is one row.</summary>
internal sealed class TipKeyRow
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required byte[] WrappedKey { get; init; }
}

internal sealed class TipMapping : IEntityTypeConfiguration<Tip>, IEntityTypeConfiguration<TipKeyRow>
{
    public void Configure(EntityTypeBuilder<Tip> tip)
    {
        tip.ToTable("tips");
        tip.Property(t => t.Id).ValueGeneratedNever();
        tip.Property(t => t.Number).HasMaxLength(20);
        tip.Property(t => t.SecretHash).HasMaxLength(43);
        tip.Property(t => t.RegencyCode).HasMaxLength(5);
        tip.Property(t => t.Reason).HasMaxLength(Tip.LongestReason);
        tip.Property(t => t.AskedBy).HasMaxLength(40);
        tip.Property(t => t.OpenedBy).HasMaxLength(40);
        tip.Property(t => t.Outcome).HasMaxLength(Tip.LongestNote);
        tip.Property(t => t.Version).IsConcurrencyToken();
        tip.HasIndex(t => t.Number).IsUnique();
        tip.HasIndex(t => new { t.ClosedAt, t.ReceivedAt });
        tip.HasOne<RegencyRow>().WithMany().HasForeignKey(t => t.RegencyCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TipKeyRow> row)
    {
        row.ToTable("tip_keys");
        row.Property(k => k.Id).ValueGeneratedNever();
        row.Property(k => k.WrappedKey).HasMaxLength(2000);
    }
}
