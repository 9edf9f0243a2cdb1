using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Registry;

/// <summary>One of the 514 as the nation registers it.</summary>
internal sealed class RegencyRow : IVersioned
{
    public const int NameLength = 80;
    public const int ProvinceLength = 60;

    public required string Code { get; init; }

    public required string Code4 { get; init; }

    public required string Name { get; set; }

    public required string Kind { get; init; }

    public required string ProvinceCode { get; init; }

    public required string Province { get; init; }

    public required string ZoneId { get; init; }

    public required string Slug { get; init; }

    public double Latitude { get; init; }

    public double Longitude { get; init; }

    public int Population { get; init; }

    public bool DkiAdministrative { get; init; }

    public RegencyStage Stage { get; private set; }

    /// <summary>A domain of its own besides the subdomain; null for most.</summary>
    public string? Domain { get; private set; }

    /// <summary>Key of the database server that holds this regency; null: the only one.</summary>
    public string? Server { get; private set; }

    /// <summary>Last change of its rollout history, so that its sheet has a version of its own kind.</summary>
    public DateTime? RolloutChangedAt { get; private set; }

    public long Version { get; private set; }

    public void WentLive() => Stage = RegencyStage.Live;

    public void MovesTo(string? domain) => Domain = domain;

    public void RolloutChanged(DateTime now) => RolloutChangedAt = now;

    public Regency ToRegency()
    {
        var zone = IndonesianZones.Find(ZoneId) ?? throw new InvalidOperationException($"Regency {Code} has the unknown zone {ZoneId}.");
        return new Regency
        {
            Code = RegencyCode.Parse(Code),
            Name = Name,
            Slug = Slug,
            Domain = Domain,
            ProvinceCode = ProvinceCode,
            Province = Province,
            Zone = zone,
            ZoneAbbreviation = IndonesianZones.AbbreviationOf(zone),
            Stage = Stage,
            Latitude = Latitude,
            Longitude = Longitude,
            Population = Population,
        };
    }
}

internal sealed class RegencyMapping : IEntityTypeConfiguration<RegencyRow>
{
    public void Configure(EntityTypeBuilder<RegencyRow> row)
    {
        row.ToTable("regencies");
        row.HasKey(r => r.Code);
        row.Property(r => r.Code).HasMaxLength(5);
        row.Property(r => r.Code4).HasMaxLength(4);
        row.Property(r => r.Name).HasMaxLength(RegencyRow.NameLength);
        row.Property(r => r.Kind).HasMaxLength(10);
        row.Property(r => r.ProvinceCode).HasMaxLength(2);
        row.Property(r => r.Province).HasMaxLength(RegencyRow.ProvinceLength);
        row.Property(r => r.ZoneId).HasMaxLength(40);
        row.Property(r => r.Slug).HasMaxLength(HostLabels.MaxLength);
        row.Property(r => r.Domain).HasMaxLength(DomainNames.MaxLength);
        row.Property(r => r.Server).HasMaxLength(40);
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasIndex(r => r.Code4).IsUnique();
        row.HasIndex(r => r.Slug).IsUnique();
        row.HasIndex(r => r.Domain).IsUnique();
    }
}
