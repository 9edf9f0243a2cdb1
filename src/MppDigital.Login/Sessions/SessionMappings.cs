using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Login.Sessions;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.CookieHash).HasMaxLength(64);
        builder.HasIndex(s => s.CookieHash).IsUnique();
        builder.HasIndex(s => s.ExpiresAt);
        builder.Property(s => s.Methods).HasMaxLength(40);
        builder.Property(s => s.Device).HasMaxLength(DeviceName.Longest);
        builder.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(s => s.Sid);
    }
}

internal sealed class SessionClientMapping : IEntityTypeConfiguration<SessionClient>
{
    public void Configure(EntityTypeBuilder<SessionClient> builder)
    {
        builder.ToTable("SessionClients");
        builder.HasKey(c => new { c.SessionId, c.ClientId });
        builder.Property(c => c.ClientId).HasMaxLength(60);
        builder.HasOne<Session>().WithMany().HasForeignKey(c => c.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EndedSessionMapping : IEntityTypeConfiguration<EndedSession>
{
    public void Configure(EntityTypeBuilder<EndedSession> builder)
    {
        builder.ToTable("EndedSessions");
        builder.HasKey(s => s.Sid);
        builder.Property(s => s.Sid).HasMaxLength(64);
        builder.HasIndex(s => s.EndedAt);
    }
}
