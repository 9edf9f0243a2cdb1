using System.Net.Mail;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MppDigital.Connectors.Messages;

/// <summary>Section <c>Connectors:Mail</c>.</summary>
internal sealed class MailOptions
{
    /// <summary>Empty: no e-mail goes out, or into the file in Development.</summary>
    public string? Host { get; set; }

    /// <summary>587 speaks STARTTLS (RFC 6409); 465, which begins with TLS, is not spoken.</summary>
    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Address of the sender, the same for all regencies so that SPF and DKIM fit; the name in front of it is the regency's.</summary>
    public string From { get; set; } = "";

    public bool StartTls { get; set; } = true;

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    public int BreakAfter { get; set; } = 8;

    public TimeSpan BreakFor { get; set; } = TimeSpan.FromSeconds(15);
}

/// <summary>Stops the start on a mail server that cannot be meant.</summary>
internal sealed class MailOptionsCheck(IHostEnvironment environment) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host)) return ValidateOptionsResult.Success;
        if (!MailAddress.TryCreate(options.From, out _)) return ValidateOptionsResult.Fail($"Connectors:Mail:From is '{options.From}': expected the sender's e-mail address.");
        if (options.Port is < 1 or > 65535 or 465) return ValidateOptionsResult.Fail($"Connectors:Mail:Port is {options.Port}: expected a port that speaks STARTTLS, usually 587.");
        if (options.Timeout <= TimeSpan.Zero || options.BreakAfter < 2 || options.BreakFor < TimeSpan.FromMilliseconds(500)) return ValidateOptionsResult.Fail("Connectors:Mail: Timeout must be positive, BreakAfter at least 2, BreakFor at least half a second.");
        return options.StartTls || environment.IsDevelopment()
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Connectors:Mail:StartTls is false: outside Development the way to the mail server must be encrypted.");
    }
}
