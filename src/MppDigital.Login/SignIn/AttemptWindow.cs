using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Login.SignIn;

/// <summary>Counts tries of one network address in one span of time, for all nodes together.</summary>
internal sealed class AttemptWindow
{
    private AttemptWindow()
    {
    }

    /// <summary>Keyed hash of what is counted and where it comes from; an address is personal data.</summary>
    public string Key { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    public int Count { get; private set; }

    public static AttemptWindow First(string key, DateTime startedAt) => new() { Key = key, StartedAt = startedAt, Count = 1 };
}

internal sealed class AttemptWindowMapping : IEntityTypeConfiguration<AttemptWindow>
{
    public void Configure(EntityTypeBuilder<AttemptWindow> builder)
    {
        builder.ToTable("AttemptWindows");
        builder.HasKey(w => w.Key);
        builder.Property(w => w.Key).HasMaxLength(64);
    }
}
