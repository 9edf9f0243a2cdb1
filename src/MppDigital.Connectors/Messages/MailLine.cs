using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MppDigital.Connectors.Messages;

/// <summary>The line to the mail server (RFC 5321): one connection a message, bounded in time, left alone for a moment when it keeps failing.</summary>
internal sealed partial class MailLine(IOptions<MailOptions> options, ILogger<MailLine> log)
{
    private readonly ILogger log = log;

    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder()
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = options.Value.BreakAfter,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = options.Value.BreakFor,
            ShouldHandle = new PredicateBuilder().Handle<SmtpException>(e => !IsForGood(e)).Handle<TimeoutRejectedException>().Handle<IOException>().Handle<AuthenticationException>(),
        })
        .AddTimeout(options.Value.Timeout)
        .Build();

    public bool IsConfigured => !string.IsNullOrWhiteSpace(options.Value.Host);

    public async Task<Handover> SendAsync(MessageRoute route, OutgoingMessage message, CancellationToken ct)
    {
        if (!IsConfigured) return new Handover.NotNow(Outage.NotConfigured);
        if (!MailAddress.TryCreate(message.To, out var to)) return new Handover.Refused("bad-address");
        using var mail = Compose(route, message, to);
        try
        {
            await pipeline.ExecuteAsync(
                async token =>
                {
                    using var client = NewClient();
                    await client.SendMailAsync(mail, token);
                },
                ct);
            return new Handover.Taken();
        }
        catch (SmtpException e) when (IsForGood(e))
        {
            return new Handover.Refused("no-recipient");
        }
        catch (Exception e) when (OutageOf(e) is { } outage && !ct.IsCancellationRequested)
        {
            Log.Unavailable(log, outage);
            return new Handover.NotNow(outage);
        }
    }

    private MailMessage Compose(MessageRoute route, OutgoingMessage message, MailAddress to)
    {
        var sender = new MailAddress(options.Value.From, route.SenderName, Encoding.UTF8);
        var mail = new MailMessage(sender, to) { Subject = message.Subject, SubjectEncoding = Encoding.UTF8, Body = message.Text, BodyEncoding = Encoding.UTF8, IsBodyHtml = false };
        // The same for each try, so that a mailbox that got it twice shows it once (RFC 5322, 3.6.4).
        mail.Headers.Add("Message-ID", $"<{route.Reference}.{route.Account}@{sender.Host}>");
        // No out-of-office answers (RFC 3834).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private SmtpClient NewClient() => new(options.Value.Host, options.Value.Port)
    {
        EnableSsl = options.Value.StartTls,
        DeliveryMethod = SmtpDeliveryMethod.Network,
        Credentials = string.IsNullOrEmpty(options.Value.User) ? null : new NetworkCredential(options.Value.User, options.Value.Password),
    };

    /// <summary>There is no such mailbox; everything else may pass.</summary>
    private static bool IsForGood(SmtpException e) => e.StatusCode is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath;

    private static Outage? OutageOf(Exception e) => e switch
    {
        BrokenCircuitException => Outage.CircuitOpen,
        TimeoutRejectedException => Outage.TimedOut,
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure } => Outage.Unreachable,
        SmtpException => Outage.Refused,
        IOException or AuthenticationException => Outage.Unreachable,
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The mail server took no message: {Outage}")]
        public static partial void Unavailable(ILogger logger, Outage outage);
    }
}
