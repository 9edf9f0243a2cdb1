using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.National.Catalog;
using MppDigital.Platform.Persistence;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Offerings;

/// <summary>What this regency decided about a national service. No row means: offered, exactly as the national standard says.</summary>
internal sealed class Offering : IVersioned, IConfigured
{
    private Offering()
    {
    }

    public Offering(string service) => Service = service;

    public string Service { get; private init; } = "";

    public bool Active { get; private set; } = true;

    /// <summary>A shorter promise than the national one, in working days; null keeps the national.</summary>
    public int? WorkingDays { get; private set; }

    /// <summary>In rupiah, where the definition opens the tariff; null keeps the national fee.</summary>
    public long? TariffIdr { get; private set; }

    /// <summary>What a regional regulation asks for besides; empty keeps the national list.</summary>
    public string ExtraRequirement { get; private set; } = "";

    /// <summary>As stored, lawful or not.</summary>
    public LocalOverride Set => new(WorkingDays, TariffIdr, ExtraRequirement);

    public string Contact { get; private set; } = "";

    public long Version { get; private set; }

    public void Change(bool active, LocalOverride set, string contact)
    {
        Active = active;
        (WorkingDays, TariffIdr, ExtraRequirement) = (set.WorkingDays, set.TariffIdr, set.ExtraRequirement);
        Contact = contact;
    }

    string IConfigured.Subject => $"offering:{Service}";

    bool IConfigured.MayBeAbsent => true;
}

/// <summary>A day on which this regency's offices are closed besides the national ones; the legal clock skips it.</summary>
internal sealed class LocalHoliday : IConfigured
{
    public DateOnly Date { get; init; }

    public string Name { get; init; } = "";

    string IConfigured.Subject => $"holiday:{Date:yyyy-MM-dd}";

    bool IConfigured.MayBeAbsent => true;
}

internal sealed class OfferingMapping : IEntityTypeConfiguration<Offering>, IEntityTypeConfiguration<LocalHoliday>
{
    public void Configure(EntityTypeBuilder<Offering> offering)
    {
        offering.ToTable("offerings");
        offering.HasKey(o => o.Service);
        offering.Property(o => o.Service).HasMaxLength(20);
        offering.Ignore(o => o.Set);
        offering.Property(o => o.ExtraRequirement).HasMaxLength(300);
        offering.Property(o => o.Contact).HasMaxLength(200);
        offering.Property(o => o.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<LocalHoliday> holiday)
    {
        holiday.ToTable("local_holidays");
        holiday.HasKey(h => h.Date);
        holiday.Property(h => h.Name).HasMaxLength(100);
    }
}
