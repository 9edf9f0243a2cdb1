using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Officers;

/// <summary>A role that waits for its person. The code that opens it is the login's; what it opens is decided here.</summary>
internal sealed class Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private Invitation()
    {
    }

    public Guid Id { get; private init; }

    public string Name { get; private init; } = "";

    public OfficerRole Role { get; private init; }

    public string Agency { get; private init; } = "";

    public DateOnly? From { get; private init; }

    public DateOnly? Until { get; private init; }

    public string? SubstituteFor { get; private init; }

    public DateTime CreatedAt { get; private init; }

    public DateTime ExpiresAt { get; private set; }

    /// <summary>Who took it; the same person may come again, nobody else.</summary>
    public string? AcceptedBy { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public static Invitation Of(SeatTerms terms, string? substituteFor, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = terms.Name,
        Role = terms.Role,
        Agency = terms.Agency,
        From = terms.From,
        Until = terms.Until,
        SubstituteFor = substituteFor,
        CreatedAt = now,
        ExpiresAt = now + Lifetime,
    };

    /// <summary>A new code was made, and the old one is worth nothing.</summary>
    public void Renew(DateTime now) => ExpiresAt = now + Lifetime;

    public void Accept(string sub) => AcceptedBy = sub;

    public void Withdraw(DateTime now) => WithdrawnAt = now;
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.Property(i => i.Name).HasMaxLength(120);
        invitation.Property(i => i.Agency).HasMaxLength(20);
        invitation.Property(i => i.SubstituteFor).HasMaxLength(40);
        invitation.Property(i => i.AcceptedBy).HasMaxLength(40);
        invitation.HasIndex(i => i.ExpiresAt);
    }
}
