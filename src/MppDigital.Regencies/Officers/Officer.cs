using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Officers;

/// <summary>One role of one person in this regency. The login knows no roles: authorisation reads these rows.</summary>
internal sealed class Officer : IVersioned
{
    private Officer()
    {
    }

    public Officer(string sub, string name, string agency, OfficerRole role)
    {
        Sub = sub;
        Name = name;
        Agency = agency;
        Role = role;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Sub { get; private init; } = "";

    /// <summary>An officer acts by office and signs by name, so the name is not secret.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Code of the agency as the catalog writes it, for example <c>DPMPTSP</c>; empty for admin and head.</summary>
    public string Agency { get; private init; } = "";

    public OfficerRole Role { get; private init; }

    public DateOnly? Until { get; private set; }

    public long Version { get; private set; }

    public void EndOn(DateOnly lastDay) => Until = lastDay;
}

public enum OfficerRole
{
    Clerk,
    Officer,
    Head,
    Admin,
}

internal sealed class OfficerMapping : IEntityTypeConfiguration<Officer>
{
    public void Configure(EntityTypeBuilder<Officer> officer)
    {
        officer.ToTable("officers");
        officer.Property(o => o.Id).ValueGeneratedNever();
        officer.Property(o => o.Sub).HasMaxLength(40);
        officer.Property(o => o.Name).HasMaxLength(120);
        officer.Property(o => o.Agency).HasMaxLength(20);
        officer.Property(o => o.Version).IsConcurrencyToken();
        officer.HasIndex(o => new { o.Sub, o.Role, o.Agency }).IsUnique();
    }
}
