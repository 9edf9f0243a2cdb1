using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.National.Registry;

namespace MppDigital.National.Voice;

/// <summary>A complaint that a regency did not settle: what it is and how old, not who wrote and not what was written.</summary>
internal sealed class EscalatedComplaint
{
    public const int LongestNumber = 20;
    public const int LongestSummary = 1000;
    public const int LongestInstruction = 1000;

    public required string Number { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>Version of the complaint in its regency; an older push never replaces a newer one.</summary>
    public long Sequence { get; set; }

    /// <summary>As the regency calls it.</summary>
    public required string Class { get; set; }

    public required string State { get; set; }

    public DateTime ReceivedAt { get; init; }

    public DateTime EscalatedAt { get; init; }

    public DateTime? ClosedAt { get; set; }

    /// <summary>What the regency wrote for the ministry, without persons; empty until it has.</summary>
    public string Summary { get; set; } = "";

    public string Instruction { get; set; } = "";

    public DateOnly? InstructedBy { get; set; }

    public DateTime? InstructedAt { get; set; }
}

internal sealed class EscalatedComplaintMapping : IEntityTypeConfiguration<EscalatedComplaint>
{
    public void Configure(EntityTypeBuilder<EscalatedComplaint> row)
    {
        row.ToTable("escalated_complaints");
        row.HasKey(r => r.Number);
        row.Property(r => r.Number).HasMaxLength(EscalatedComplaint.LongestNumber);
        row.Property(r => r.RegencyCode).HasMaxLength(5);
        row.Property(r => r.Class).HasMaxLength(20);
        row.Property(r => r.State).HasMaxLength(20);
        row.Property(r => r.Summary).HasMaxLength(EscalatedComplaint.LongestSummary);
        row.Property(r => r.Instruction).HasMaxLength(EscalatedComplaint.LongestInstruction);
        row.HasIndex(r => new { r.ClosedAt, r.EscalatedAt });
        row.HasOne<RegencyRow>().WithMany().HasForeignKey(r => r.RegencyCode).OnDelete(DeleteBehavior.Restrict);
    }
}
