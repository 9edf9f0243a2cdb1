using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;

namespace MppDigital.Login.Protocol;

internal sealed class AuthorizationRequestMapping : IEntityTypeConfiguration<AuthorizationRequest>
{
    public void Configure(EntityTypeBuilder<AuthorizationRequest> builder)
    {
        builder.ToTable("AuthorizationRequests");
        builder.HasKey(r => r.HandleHash);
        builder.Property(r => r.HandleHash).HasMaxLength(64);
        builder.Property(r => r.ClientId).HasMaxLength(60);
        builder.Property(r => r.Parameters).HasMaxLength(4000);
        builder.HasIndex(r => r.ExpiresAt);
    }
}

internal sealed class GrantMapping : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("Grants");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.ClientId).HasMaxLength(60);
        builder.Property(g => g.Scope).HasMaxLength(200);
        builder.Property(g => g.Resource).HasMaxLength(300);
        builder.HasIndex(g => g.AccountId);
        builder.HasOne<Session>().WithMany().HasForeignKey(g => g.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AuthorizationCodeMapping : IEntityTypeConfiguration<AuthorizationCode>
{
    public void Configure(EntityTypeBuilder<AuthorizationCode> builder)
    {
        builder.ToTable("AuthorizationCodes");
        builder.HasKey(c => c.CodeHash);
        builder.Property(c => c.CodeHash).HasMaxLength(64);
        builder.Property(c => c.RedirectUri).HasMaxLength(300);
        builder.Property(c => c.Nonce).HasMaxLength(AuthorizationParameters.LongestText);
        builder.Property(c => c.CodeChallenge).HasMaxLength(43);
        builder.HasOne(c => c.Grant).WithMany().HasForeignKey(c => c.GrantId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UsedAssertionMapping : IEntityTypeConfiguration<UsedAssertion>
{
    public void Configure(EntityTypeBuilder<UsedAssertion> builder)
    {
        builder.ToTable("UsedAssertions");
        builder.HasKey(a => a.Hash);
        builder.Property(a => a.Hash).HasMaxLength(64);
        builder.HasIndex(a => a.ExpiresAt);
    }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("Consents");
        builder.HasKey(c => new { c.AccountId, c.ClientId });
        builder.Property(c => c.ClientId).HasMaxLength(60);
        builder.Property(c => c.Granted).HasMaxLength(200);
        builder.Property(c => c.Declined).HasMaxLength(200);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RefreshTokenMapping : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.ToTable("RefreshTokens");
        builder.HasKey(t => t.TokenHash);
        builder.Property(t => t.TokenHash).HasMaxLength(64);
        builder.HasIndex(t => t.ExpiresAt);
        builder.HasOne(t => t.Grant).WithMany().HasForeignKey(t => t.GrantId).OnDelete(DeleteBehavior.Cascade);
    }
}
