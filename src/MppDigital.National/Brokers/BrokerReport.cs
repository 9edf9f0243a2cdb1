using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.National.Registry;

namespace MppDigital.National.Brokers;

/// <summary>An alarm that concerns somebody of a regency's staff: what was seen and what became of it, without persons. The regency cannot take it back.</summary>
internal sealed class BrokerReport
{
    /// <summary>Of the alarm in its regency.</summary>
    public required Guid Id { get; init; }

    public required string RegencyCode { get; init; }

    public required DateTime RaisedAt { get; init; }

    public DateTime LastSeenAt { get; set; }

    public int People { get; set; }

    public int Acts { get; set; }

    public int Sureness { get; set; }

    /// <summary><c>open</c>, <c>dismissed</c>, <c>confirmed</c>, <c>lifted</c></summary>
    public required string State { get; set; }

    public DateTime? DecidedAt { get; set; }

    /// <summary>The ministry has looked at how it was decided.</summary>
    public DateTime? SeenAt { get; set; }

    public string SeenBy { get; set; } = "";
}

internal sealed class BrokerReportMapping : IEntityTypeConfiguration<BrokerReport>
{
    public void Configure(EntityTypeBuilder<BrokerReport> row)
    {
        row.ToTable("broker_reports");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.RegencyCode).HasMaxLength(5);
        row.Property(r => r.State).HasMaxLength(20);
        row.Property(r => r.SeenBy).HasMaxLength(40);
        row.HasIndex(r => r.RaisedAt);
        row.HasOne<RegencyRow>().WithMany().HasForeignKey(r => r.RegencyCode).OnDelete(DeleteBehavior.Restrict);
    }
}
