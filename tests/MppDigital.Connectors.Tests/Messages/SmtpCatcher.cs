using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MppDigital.Connectors.Tests.Messages;

/// <summary>A mail server on a loopback port that keeps what it is told (RFC 5321, as much as one client needs). Addresses that begin with "nobody" have no mailbox.</summary>
internal sealed class SmtpCatcher : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly Task serving;

    public SmtpCatcher()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<string> Mails { get; } = new();

    /// <summary>Answers nothing at all, as a server that hangs.</summary>
    public bool IsSilent { get; set; }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        over.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!over.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(over.Token);
            await TalkAsync(client);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        if (IsSilent)
        {
            await reader.ReadLineAsync(over.Token);
            return;
        }

        await writer.WriteLineAsync("220 catcher");
        while (await reader.ReadLineAsync(over.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync(over.Token) is { } part && part != ".") mail.AppendLine(part);
                Mails.Enqueue(mail.ToString());
            }

            await writer.WriteLineAsync(verb == "RCPT" && line.Contains("<nobody", StringComparison.Ordinal) ? "550 no such mailbox" : verb == "QUIT" ? "221 bye" : "250 ok");
            if (verb == "QUIT") return;
        }
    }
}
