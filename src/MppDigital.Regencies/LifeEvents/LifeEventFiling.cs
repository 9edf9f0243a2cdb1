using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Regencies.Applications;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>The one number under which several applications were filed together. It has no state of its own: what it shows is computed from them.</summary>
internal sealed class LifeEventFiling
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>From the same series as applications, so that one number means one thing.</summary>
    public string Number { get; init; } = "";

    /// <summary>Code of the life event: <c>birth</c>.</summary>
    public string Event { get; init; } = "";

    public string Sub { get; init; } = "";

    public string SecretHash { get; init; } = "";

    public DateTime FiledAt { get; init; }
}

/// <summary>One application of a filing.</summary>
internal sealed class LifeEventChild
{
    public Guid ApplicationId { get; init; }

    public Guid FilingId { get; init; }

    public string Number { get; init; } = "";

    public string Service { get; init; } = "";

    /// <summary>What it waits for, as <see cref="Waiting"/> writes it; empty when nothing is outstanding.</summary>
    public string Waits { get; set; } = "";
}

internal sealed class LifeEventMapping : IEntityTypeConfiguration<LifeEventFiling>, IEntityTypeConfiguration<LifeEventChild>
{
    public void Configure(EntityTypeBuilder<LifeEventFiling> filing)
    {
        filing.ToTable("life_event_filings");
        filing.Property(f => f.Id).ValueGeneratedNever();
        filing.Property(f => f.Number).HasMaxLength(20);
        filing.Property(f => f.Event).HasMaxLength(20);
        filing.Property(f => f.Sub).HasMaxLength(40);
        filing.Property(f => f.SecretHash).HasMaxLength(43);
        filing.HasIndex(f => f.Number).IsUnique();
        filing.HasIndex(f => new { f.Sub, f.Number });
    }

    public void Configure(EntityTypeBuilder<LifeEventChild> child)
    {
        child.ToTable("life_event_children");
        child.HasKey(c => c.ApplicationId);
        child.Property(c => c.ApplicationId).ValueGeneratedNever();
        child.Property(c => c.Number).HasMaxLength(20);
        child.Property(c => c.Service).HasMaxLength(20);
        child.Property(c => c.Waits).HasMaxLength(400);
        child.HasIndex(c => c.Number).IsUnique();
        child.HasIndex(c => c.FilingId);
        child.HasIndex(c => c.Waits);
        child.HasOne<LifeEventFiling>().WithMany().HasForeignKey(c => c.FilingId);
        child.HasOne<Application>().WithOne().HasForeignKey<LifeEventChild>(c => c.ApplicationId);
    }
}
