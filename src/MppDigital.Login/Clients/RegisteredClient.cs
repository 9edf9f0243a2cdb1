using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Login.Clients;

/// <summary>A program of somebody else that the operator let in.</summary>
internal sealed class RegisteredClient
{
    public const int LongestSettings = 16_000;

    private RegisteredClient()
    {
    }

    public string Id { get; private set; } = "";

    /// <summary><see cref="ClientRegistration"/> as JSON; it holds public keys and no secret.</summary>
    public string Settings { get; private set; } = "";

    public DateTime ChangedAt { get; private set; }

    public static RegisteredClient Of(string id, string settings, DateTime now) => new() { Id = id, Settings = settings, ChangedAt = now };

    public void Replace(string settings, DateTime now) => (Settings, ChangedAt) = (settings, now);
}

internal sealed class RegisteredClientMapping : IEntityTypeConfiguration<RegisteredClient>
{
    public void Configure(EntityTypeBuilder<RegisteredClient> builder)
    {
        builder.ToTable("Clients");
        builder.Property(c => c.Id).HasMaxLength(60);
        builder.Property(c => c.Settings).HasMaxLength(RegisteredClient.LongestSettings);
    }
}
