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

    /// <summary>First day; null for those who sat here from the start.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last day; null without an end.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The <c>sub</c> of whom this person stands in for; null for somebody in a place of their own.</summary>
    public string? SubstituteFor { get; private set; }

    /// <summary>Districts whose files this person is shown first, in capitals with commas between; empty: all of the regency. It routes and forbids nothing.</summary>
    public string Areas { get; private set; } = "";

    public DateTime? GrantedAt { get; private init; }

    /// <summary>The last time that an admin said: this access is still needed.</summary>
    public DateTime? ReviewedAt { get; private set; }

    public long Version { get; private set; }

    public static Officer Invited(Invitation invitation, string sub, DateTime now) => new()
    {
        Sub = sub,
        Name = invitation.Name,
        Agency = invitation.Agency,
        Role = invitation.Role,
        From = invitation.From,
        Until = invitation.Until,
        SubstituteFor = invitation.SubstituteFor,
        GrantedAt = now,
    };

    public bool IsInForceOn(DateOnly day) => (From is null || From <= day) && (Until is null || Until >= day);

    public void Change(DateOnly? from, DateOnly? until, string areas) => (From, Until, Areas) = (from, until, areas);

    public void Review(DateTime now) => ReviewedAt = now;
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
        officer.Property(o => o.Areas).HasMaxLength(WorkAreas.Longest);
        officer.Property(o => o.SubstituteFor).HasMaxLength(40);
        officer.Property(o => o.Version).IsConcurrencyToken();
        officer.HasIndex(o => new { o.Sub, o.Role, o.Agency }).IsUnique();
    }
}
