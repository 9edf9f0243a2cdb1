using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Webhooks;

internal sealed class WebhookMapping : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookDelivery>
{
    public const int LongestName = 60;
    public const int LongestAddress = 300;
    public const int LongestClient = 60;

    public void Configure(EntityTypeBuilder<Webhook> webhook)
    {
        webhook.ToTable("webhooks");
        webhook.Property(w => w.Id).ValueGeneratedNever();
        webhook.Property(w => w.Name).HasMaxLength(LongestName);
        webhook.Property(w => w.Client).HasMaxLength(LongestClient);
        webhook.Property(w => w.Address).HasMaxLength(LongestAddress);
        webhook.Property(w => w.Events).HasMaxLength(300);
        webhook.Property(w => w.CreatedBy).HasMaxLength(40);
        webhook.Property(w => w.Version).IsConcurrencyToken();
        webhook.Ignore(w => w.IsOn);
        webhook.Ignore(w => w.Rest);
    }

    public void Configure(EntityTypeBuilder<WebhookDelivery> delivery)
    {
        delivery.ToTable("webhook_deliveries");
        delivery.Property(d => d.Id).ValueGeneratedNever();
        delivery.Property(d => d.Number).HasMaxLength(20);
        delivery.Property(d => d.Event).HasMaxLength(30);
        delivery.Property(d => d.Status).HasMaxLength(20);
        delivery.Property(d => d.Result).HasMaxLength(30);
        delivery.HasIndex(d => new { d.WebhookId, d.EventId, d.Round }).IsUnique();
        delivery.HasIndex(d => new { d.WebhookId, d.ApplicationId, d.DeliveredAt });
        delivery.HasIndex(d => new { d.WebhookId, d.CreatedAt });
        delivery.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId);
    }
}
