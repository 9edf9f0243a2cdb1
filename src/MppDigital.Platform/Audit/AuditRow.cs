using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Platform.Audit;

/// <summary>One fact of what happened, bound to the one before it by hash. Written once; nothing changes or removes it.</summary>
public sealed class AuditRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>1, 2, 3 … without gaps within one database.</summary>
    public long Sequence { get; init; }

    public DateTime At { get; init; }

    /// <summary>What it happened to, for example an application number.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Past tense: <c>application-submitted</c>.</summary>
    public string Action { get; init; } = "";

    /// <summary>The <c>sub</c> of a person, <c>system</c>, or <c>law</c> for a deemed approval.</summary>
    public string Actor { get; init; } = "";

    /// <summary>JSON without personal data.</summary>
    public string Detail { get; init; } = "";

    public string PreviousHash { get; init; } = "";

    public string Hash { get; init; } = "";
}

/// <summary>End of the chain; updating it first makes writers of one regency stand in line.</summary>
public sealed class AuditHead
{
    public int Id { get; init; } = 1;

    public long Sequence { get; init; }

    public string Hash { get; init; } = "";
}

public sealed class AuditMapping : IEntityTypeConfiguration<AuditRow>, IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.ToTable("audit");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Subject).HasMaxLength(60);
        row.Property(r => r.Action).HasMaxLength(60);
        row.Property(r => r.Actor).HasMaxLength(60);
        row.Property(r => r.Detail).HasMaxLength(4000);
        row.Property(r => r.PreviousHash).HasMaxLength(64);
        row.Property(r => r.Hash).HasMaxLength(64);
        row.HasIndex(r => r.Sequence).IsUnique();
        row.HasIndex(r => new { r.Subject, r.Sequence });
    }

    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.ToTable("audit_head");
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.Hash).HasMaxLength(64);
        head.HasData(new AuditHead());
    }
}
