import { type NotificationType, notificationTypes } from "./payload.js";
import { createNotificationSender, type Delivery, type NotificationSender } from "./sender.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import type { NotificationSettings } from "./options.js";
import type { Sources } from "../world/sources.js";
import type { User } from "../world/state.js";

/** What a host or a test does with the notifications of a sandbox. */
export interface Notifying {
  /** What was sent, oldest first; the latest 1000. */
  readonly deliveries: readonly Delivery[];
  /**
   * Sends a notification at once, whatever has happened.
   *
   * @param options.eventIds One event for each; those of one that was sent before make it a duplicate. Default a new one.
   * @returns What became of it. It never rejects because the endpoint fails.
   * @throws {TypeError} for an unknown type, or when the sandbox was given no `notifications.url`.
   */
  sendNotification(
    type: NotificationType,
    clientUserId: string,
    options?: { eventIds?: readonly string[] },
  ): Promise<Delivery>;
}

export interface Notifications extends Notifying {
  /** The sources of a context, with somebody who hears of each change. */
  watch(sources: Sources): Sources;
  clear(): void;
  stop(): void;
}

/** @param settings Undefined for a sandbox that tells nobody anything. */
export function createNotifications(
  settings: NotificationSettings | undefined,
  { clock, users }: Pick<SandboxContext, "clock" | "users">,
): Notifications {
  const sender = settings && createNotificationSender(settings, clock);
  return {
    get deliveries() {
      return sender?.list() ?? [];
    },
    async sendNotification(type, clientUserId, { eventIds = [crypto.randomUUID()] } = {}) {
      if (!sender) throw new TypeError("The sandbox notifies nobody: give it the option notifications with a url.");
      if (!notificationTypes.includes(type)) throw new TypeError("The sandbox has no notification of this type.");
      const user = users.findOrCreate(clientUserId);
      return sender.send(type, { user, source: user.connections.at(-1), eventIds });
    },
    watch: (sources) => (sender ? watchSources(sources, sender) : sources),
    clear: () => sender?.clear(),
    stop: () => sender?.stop(),
  };
}

function watchSources(sources: Sources, sender: NotificationSender): Sources {
  const tell = (type: NotificationType, user: User, source: { id: string; name: string }): void => {
    const { id, name } = source;
    // Whoever connects does not wait for it; how it ended is in the deliveries.
    void sender.send(type, { user, source: { id, name }, eventIds: [crypto.randomUUID()] });
  };
  return {
    ...sources,
    connect(user, provider) {
      const isNew = !user.connections.some(({ id }) => id === provider.id);
      const connection = sources.connect(user, provider);
      if (isNew) tell("connect", user, connection);
      return connection;
    },
    disconnect(user, providerId) {
      const gone = user.connections.find(({ id }) => id === providerId);
      sources.disconnect(user, providerId);
      if (gone) tell("disconnect", user, gone);
    },
  };
}
