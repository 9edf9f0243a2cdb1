using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Feedback.Consultations;

/// <summary>A talk between a person and the office about a service or an application; both write in turn.</summary>
internal sealed class Consultation : IVersioned
{
    private readonly List<ConsultationMessage> messages = [];

    private Consultation()
    {
    }

    public Consultation(string number, string sub, string service, string agency, string application, DateTime now)
    {
        Number = number;
        Sub = sub;
        Service = service;
        Agency = agency;
        Application = application;
        LastAt = now;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Number { get; private init; } = "";

    public string Sub { get; private init; } = "";

    public string Service { get; private init; } = "";

    /// <summary>Whose officers answer.</summary>
    public string Agency { get; private set; } = "";

    /// <summary>The one of them who answers, by <c>sub</c>; empty: whoever of them does.</summary>
    public string Officer { get; private set; } = "";

    /// <summary>Empty for a question about the service itself.</summary>
    public string Application { get; private init; } = "";

    public DateTime LastAt { get; private set; }

    /// <summary>Since when the person waits; null while the office does not owe an answer.</summary>
    public DateTime? WaitingSince { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<ConsultationMessage> Messages => messages;

    public void Ask(byte[] text, DateTime now)
    {
        WaitingSince ??= now;
        Add("", text, now);
    }

    public void Reply(string officer, byte[] text, DateTime now)
    {
        WaitingSince = null;
        Add(officer, text, now);
    }

    public void Assign(string officer) => Officer = officer;

    /// <summary>The person goes on waiting, for another agency.</summary>
    public void Refer(string agency) => (Agency, Officer) = (agency, "");

    private void Add(string officer, byte[] text, DateTime now)
    {
        LastAt = now;
        messages.Add(new ConsultationMessage { ConsultationId = Id, Sequence = messages.Count + 1, At = now, Officer = officer, Text = text });
    }
}

internal sealed class ConsultationMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ConsultationId { get; init; }

    public int Sequence { get; init; }

    public DateTime At { get; init; }

    /// <summary>The <c>sub</c> of the officer; empty for the person who asks.</summary>
    public string Officer { get; init; } = "";

    /// <summary>Encrypted.</summary>
    public byte[] Text { get; init; } = [];
}

internal sealed class ConsultationMapping : IEntityTypeConfiguration<Consultation>, IEntityTypeConfiguration<ConsultationMessage>
{
    public void Configure(EntityTypeBuilder<Consultation> talk)
    {
        talk.ToTable("consultations");
        talk.Property(c => c.Id).ValueGeneratedNever();
        talk.Property(c => c.Number).HasMaxLength(20);
        talk.Property(c => c.Sub).HasMaxLength(40);
        talk.Property(c => c.Service).HasMaxLength(20);
        talk.Property(c => c.Agency).HasMaxLength(20);
        talk.Property(c => c.Officer).HasMaxLength(40);
        talk.Property(c => c.Application).HasMaxLength(20);
        talk.Property(c => c.Version).IsConcurrencyToken();
        talk.HasIndex(c => c.Number).IsUnique();
        talk.HasIndex(c => new { c.Sub, c.LastAt });
        talk.HasIndex(c => new { c.WaitingSince, c.Agency });
        talk.HasMany(c => c.Messages).WithOne().HasForeignKey(m => m.ConsultationId);
    }

    public void Configure(EntityTypeBuilder<ConsultationMessage> message)
    {
        message.ToTable("consultation_messages");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Officer).HasMaxLength(40);
        message.HasIndex(m => new { m.ConsultationId, m.Sequence }).IsUnique();
    }
}
