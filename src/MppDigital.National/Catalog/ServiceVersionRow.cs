using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Catalog;

/// <summary>A published definition. It is never changed: applications refer to the version they were filed with.</summary>
internal sealed class ServiceVersionRow
{
    public const string Seed = "seed";

    private ServiceVersionRow()
    {
    }

    public string Code { get; private init; } = "";

    public int Version { get; private init; }

    public string Json { get; private init; } = "";

    /// <summary>Of <see cref="Json"/>, in hexadecimal.</summary>
    public string Sha256 { get; private init; } = "";

    public DateTime PublishedAt { get; private init; }

    /// <summary>The <c>sub</c> of a catalog owner, or <see cref="Seed"/>: what the seed brought is in force without a release.</summary>
    public string CreatedBy { get; private init; } = Seed;

    /// <summary>Made by the caller: a repeated call finds the version it made.</summary>
    public string? RequestKey { get; private init; }

    public static ServiceVersionRow Publish(ServiceDefinition definition, int version, DateTime now, string by = Seed, string? requestKey = null)
    {
        var json = DefinitionJson.Write(definition);
        return new ServiceVersionRow
        {
            Code = definition.Code,
            Version = version,
            Json = json,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
            PublishedAt = now,
            CreatedBy = by,
            RequestKey = requestKey,
        };
    }
}

internal sealed class ServiceVersionMapping : IEntityTypeConfiguration<ServiceVersionRow>
{
    public void Configure(EntityTypeBuilder<ServiceVersionRow> row)
    {
        row.ToTable("service_versions");
        row.HasKey(r => new { r.Code, r.Version });
        row.Property(r => r.Code).HasMaxLength(20);
        row.Property(r => r.Version).ValueGeneratedNever();
        row.Property(r => r.Sha256).HasMaxLength(64);
        row.Property(r => r.CreatedBy).HasMaxLength(60);
        row.Property(r => r.RequestKey).HasMaxLength(128);
        row.HasIndex(r => new { r.CreatedBy, r.RequestKey }).IsUnique();
        foreach (var property in row.Metadata.GetProperties().Where(p => !p.IsPrimaryKey())) property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
    }
}
