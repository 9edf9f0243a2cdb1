using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.National.Registry;

namespace MppDigital.National.Performance;

/// <summary>The last figures a regency pushed. The ministry adds these rows up and opens no regency's database.</summary>
internal sealed class PlatformFigureRow
{
    public required string RegencyCode { get; init; }

    /// <summary>Grows with every count in the regency; an older push never replaces a newer one.</summary>
    public long Sequence { get; set; }

    /// <summary>When the regency counted.</summary>
    public DateTime AsOf { get; set; }

    public int Applications { get; set; }

    public int Decided { get; set; }

    public int Deemed { get; set; }

    public int Issued { get; set; }

    /// <summary>Questions of filed forms that nobody had to answer, for a register or the vault knew.</summary>
    public int NotAsked { get; set; }

    /// <summary>Files that nobody declared complete within the working day an office has.</summary>
    public int Undeclared { get; set; }

    /// <summary>Files past their limit where silence grants nothing.</summary>
    public int Late { get; set; }

    /// <summary>The earliest limit at which the law grants something; long past, the regency's nightly walk does not run.</summary>
    public DateTime? OldestDue { get; set; }

    /// <summary>Since when the oldest product that a register was asked for is outstanding; long past, the register or the worker is away.</summary>
    public DateTime? OldestOrder { get; set; }
}

internal sealed class PlatformFigureMapping : IEntityTypeConfiguration<PlatformFigureRow>
{
    public void Configure(EntityTypeBuilder<PlatformFigureRow> row)
    {
        row.ToTable("platform_figures");
        row.HasKey(r => r.RegencyCode);
        row.Property(r => r.RegencyCode).HasMaxLength(5);
        row.HasOne<RegencyRow>().WithMany().HasForeignKey(r => r.RegencyCode).OnDelete(DeleteBehavior.Restrict);
    }
}
