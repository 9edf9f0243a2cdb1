using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Secrets;

namespace MppDigital.Regencies.Notifications;

internal sealed class NotificationMapping :
    IEntityTypeConfiguration<Message>, IEntityTypeConfiguration<NoticeWording>, IEntityTypeConfiguration<NoticeSettings>, IEntityTypeConfiguration<IncomingMessage>
{
    public const int LongestReference = 80;

    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("messages");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Source).HasMaxLength(60);
        message.Property(m => m.Sub).HasMaxLength(40);
        message.Property(m => m.RecipientLookup).HasMaxLength(FieldCipher.LookupLength);
        message.Property(m => m.Number).HasMaxLength(20);
        message.Property(m => m.Language).HasMaxLength(2);
        message.Property(m => m.Trouble).HasMaxLength(30);
        message.Property(m => m.Version).IsConcurrencyToken();
        message.Ignore(m => m.Reference);
        message.Ignore(m => m.Waits);
        // Telling twice is impossible by this, not by a check.
        message.HasIndex(m => new { m.Source, m.Channel, m.RecipientLookup }).IsUnique();
        message.HasIndex(m => new { m.ApplicationId, m.CreatedAt });
        message.HasIndex(m => new { m.Sub, m.Channel, m.CreatedAt });
        message.HasIndex(m => new { m.State, m.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<NoticeWording> wording)
    {
        wording.ToTable("message_wordings");
        wording.Property(w => w.Id).ValueGeneratedNever();
        wording.Property(w => w.Language).HasMaxLength(2);
        wording.Property(w => w.Short).HasMaxLength(1000);
        wording.Property(w => w.Subject).HasMaxLength(200);
        wording.Property(w => w.Body).HasMaxLength(4000);
        wording.Property(w => w.ChangedBy).HasMaxLength(40);
        wording.Property(w => w.Version).IsConcurrencyToken();
        wording.HasIndex(w => new { w.Event, w.Language }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<NoticeSettings> settings)
    {
        settings.ToTable("message_settings");
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Property(s => s.SenderName).HasMaxLength(60);
        settings.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<IncomingMessage> incoming)
    {
        incoming.ToTable("incoming_messages");
        incoming.HasKey(i => i.Id);
        incoming.Property(i => i.Id).HasMaxLength(LongestReference);
        incoming.Property(i => i.PhoneLookup).HasMaxLength(FieldCipher.LookupLength);
        incoming.HasIndex(i => new { i.PhoneLookup, i.At });
        incoming.HasIndex(i => i.At);
    }
}
