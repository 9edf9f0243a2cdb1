using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Login.Keys;

/// <summary>The data key of this database, wrapped by the master key that lies outside it. There is one row.</summary>
internal sealed class LoginSecret
{
    public const int OnlyId = 1;

    private LoginSecret()
    {
    }

    public int Id { get; private set; }

    public byte[] WrappedKey { get; private set; } = [];

    public static LoginSecret Of(byte[] wrappedKey) => new() { Id = OnlyId, WrappedKey = wrappedKey };
}

internal sealed class LoginSecretMapping : IEntityTypeConfiguration<LoginSecret>
{
    public void Configure(EntityTypeBuilder<LoginSecret> builder)
    {
        builder.ToTable("LoginSecrets");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.WrappedKey).HasMaxLength(2000);
    }
}
