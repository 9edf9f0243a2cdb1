using MppDigital.Regencies.Notifications;

namespace MppDigital.Regencies.Tests.Notifications;

public sealed class MessageStateTests
{
    private static readonly DateTime Now = new(2026, 11, 19, 3, 0, 0, DateTimeKind.Utc);
    private static readonly MessageState[] Reports = [MessageState.Sent, MessageState.Dead, MessageState.Delivered];

    /// <summary>Every sequence of up to four reports, with the hand-over's own answer at every place among them.</summary>
    [Fact]
    public void Any_order_and_repetition_of_reports_ends_in_the_one_right_state()
    {
        var tried = 0;
        foreach (var told in Enumerable.Range(0, 5).SelectMany(Sequences))
        {
            for (var handedOver = 0; handedOver <= told.Count; handedOver++, tried++)
            {
                var message = New();
                for (var i = 0; i <= told.Count; i++)
                {
                    if (i == handedOver) message.Send(Now);
                    if (i < told.Count) message.Hear(1, told[i], Now);
                }

                Assert.Equal((string.Join(' ', told), told.Append(MessageState.Sent).Max()), (string.Join(' ', told), message.State));
            }
        }

        Assert.Equal(547, tried);
    }

    [Fact]
    public void What_failed_is_tried_with_growing_pauses_and_then_given_up_and_a_person_may_begin_anew()
    {
        var message = New();
        var pauses = new List<double>();
        while (message.Fail("timed-out", Now)) pauses.Add((message.DueAt - Now).TotalSeconds);

        Assert.Equal([30, 60, 120, 240, 480, 960, 1800], pauses);
        Assert.Equal((MessageState.Dead, "timed-out", Message.MostTries), (message.State, message.Trouble, message.Tries));

        message.Again(Now);
        message.Hear(1, MessageState.Dead, Now);
        Assert.Equal((MessageState.Queued, 2, 0), (message.State, message.Round, message.Tries));
        message.Hear(1, MessageState.Delivered, Now);
        Assert.Equal(MessageState.Delivered, message.State);
        Assert.Throws<InvalidOperationException>(() => message.Again(Now));
    }

    private static IEnumerable<IReadOnlyList<MessageState>> Sequences(int length) =>
        length == 0 ? [[]] : Sequences(length - 1).SelectMany(before => Reports.Select(r => (IReadOnlyList<MessageState>)[.. before, r]));

    private static Message New() => new() { Source = "event", Event = NoticeEvent.Returned, Channel = NoticeChannel.Sms, Sub = "sub", RecipientLookup = "r", Language = "id", Content = [], CreatedAt = Now };
}
